"""What is asked about a project of the user's: their part, why so, how it was measured, what failed, the data."""

from __future__ import annotations

from typing import Final

from question_bank.models import Kind, Question, Round
from simulator.own_work.cv.project import Project
from simulator.own_work.cv.technique_catalogue import Sort, technique_named
from simulator.own_work.questions.question_making import EXPERIENCE_ROUNDS, Template, id_of, is_said

_TOPIC: Final = "you.cv-project"
_MOST_NAMED: Final = 2
_TOPICS_WITHOUT_DATA: Final = frozenset({"prog.testing", "prog.concurrency", "prod.containers", "de.cloud"})

_PART: Final = Template(
    part="part",
    text="Tell me about “{}”. What was it for, and which part of it was yours?",
    kind=Kind.STORY,
    level=2,
    rounds=(Round.INITIAL_SCREENING, Round.PROJECT_PRESENTATION),
    topics=(_TOPIC,),
    points="""
    purpose: Who needed it, and what for.
        so that / in order to / the problem was / the goal / wanted to / needed / customers / users / the aim / was
        for / because they
    part: What you did yourself, in the first person.
        i built / i wrote / i designed / i was responsible / my part / i trained / i did / i implemented / i proposed
        / i set up / my job / i led
    team: Who else was involved, and what they did.
        team / colleague / together with / we were / two of us / engineer / my manager / somebody else / alone / on my
        own / with a
    result: What came of it, with a number.
        percent / reduced / increased / saved / faster / went live / in production / is used / users a / result /
        improved / hours / euros / never
    time: How long it took, and when it was.
        months / weeks / years / last year / from / until / half a year / days / sprint / took
    """,
    model_answer="""
    “{}” came about because somebody had a problem, so I'd start there: who it was, what they did by hand or could not
    do at all, and what that cost them. That's one or two sentences. Then the team, because that makes my part clear:
    how many of us there were, for how long, and what the others did. And then my own part, in the first person. I'd
    name two things that I decided on and built myself, and one that I only helped with, and I'd say so. After that
    I'd take the hardest problem, and how I got past it, since a story without an obstacle is just a list. Then what
    came of it, with one number: before and after, and who uses it today. If it's no longer in use, I'd say that too,
    and why. Then I'd stop, so that you can choose where to go deeper.
    """,
    asks_on=(
        ("+part", "Why did you do it that way, and what else did you consider?"),
        ("+result", "How did you measure that, and who checked it?"),
        ("+team", "What would your colleagues say was missing from your part?"),
        ("-part", "Which parts did you write or decide yourself?"),
        ("-result", "What came of it, in one number?"),
    ),
    red_flags=("Says only “we”, so their own part stays hidden.",),
)
_CHOICE: Final = Template(
    part="choice",
    text="Which technical choice in “{}” mattered most, and why did you make it?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.PROJECT_PRESENTATION, Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING),
    topics=(_TOPIC,),
    points="""
    options: What the options were.
        alternative / option / we considered / i considered / could have / instead of / either / or we / candidates /
        thought about / the other
    measure: How they were compared.
        compared / measured / tested / experiment / benchmark / on the same data / baseline / criterion / requirement
        / we tried / prototype
    reason: The deciding reason.
        because / the reason / decisive / that is why / mattered most / since we / so we chose / decided for
    price: What was given up for it.
        price / drawback / downside / trade-off / gave up / slower / harder / disadvantage / in return / cost us /
        less
    hindsight: Whether you would do it again.
        again / in hindsight / today / looking back / would still / would now / differently / next time
    """,
    model_answer="""
    One choice in “{}” shaped all the rest, and I'd name it right away. Then the options: two, at most three, and
    among them the simple one that takes a day, because that's what everything else has to beat. I'd say what mattered
    to us, in order: how good it is, how fast it answers, who looks after it in a year, and how soon we can have it.
    Then how we compared them: on the same data, with the same metric, and how long we tried. And the reason that
    decided it in the end, which was one reason and not five. I'd add what we gave up for it, because there's always
    something, and whether we came to regret it. Looking back, I'd make the same choice in one respect and a different
    one in another, and I'd say which.
    """,
    asks_on=(
        ("+measure", "Was that difference more than chance?"),
        ("+price", "When did you first feel that cost?"),
        ("-options", "What would have been the simplest thing that could work?"),
    ),
    red_flags=("Says there was no alternative, without having looked for one.",),
)
_MEASURED: Final = Template(
    part="measured",
    text="How did you measure whether “{}” was any good, and which number mattered most?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.PROJECT_PRESENTATION, Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING),
    topics=(_TOPIC,),
    points="""
    metric: The metric, by name, and what it means.
        accuracy / precision / recall / f1 / error / rmse / auc / latency / conversion / metric / measure / share of /
        hit rate / revenue / number of
    why: Why this one: what a mistake costs.
        because / a mistake / false positives / false negatives / costs / worse than / matters most / business /
        expensive / what the users
    unseen: Measured on data the model had not seen.
        test set / held out / hold-out / unseen / cross-validation / later data / new data / split by time / never
        seen / a/b test / live
    baseline: What it was compared with.
        baseline / before / compared with / the old / rule / by hand / average / naive / existing / last year
    real: Whether it held up in real use.
        in production / live / in use / users / after launch / in practice / monitoring / dashboard / a/b / experiment
        / feedback
    """,
    model_answer="""
    Two numbers: one for us and one for the people who use it. For “{}” I'd first say what a mistake costs, and whom,
    because the metric follows from that: if one kind of error is ten times worse than the other, plain accuracy hides
    it. So I'd name the metric we chose, and say in one sentence what it means. We measured it on unseen data that had
    played no part in any decision and was later than the rest, because in use everything is later. I'd give the
    value, and right beside it the value of the simplest thing that could have done the job, or of what was there
    before. A number on its own says nothing. Then what happened in real use: how we saw whether it held up, after how
    long, and by how much it dropped. It always drops a little. And finally the question that nobody could answer: how
    much of the effect was down to us.
    """,
    asks_on=(
        ("+metric", "Why that number, and what does it hide?"),
        ("+unseen", "Why does it have to be data the model has not seen?"),
        ("-baseline", "How far would the simplest possible solution have got?"),
        ("-real", "And how good was it six months later?"),
    ),
    red_flags=("Gives a number without saying what data it was measured on.",),
)
_FAILED: Final = Template(
    part="failed",
    text="What went wrong in “{}”, and what would you do differently today?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.PROJECT_PRESENTATION, Round.BEHAVIOURAL, Round.INITIAL_SCREENING),
    topics=(_TOPIC, "you.failure"),
    points="""
    fault: One thing that really went wrong.
        went wrong / failed / mistake / broke / did not work / didn't work / wrong / underestimated / too late / bug /
        problem was
    own: Your own part in it.
        i should have / my fault / my mistake / i had / i did not / i didn't / i missed / i overlooked / i assumed /
        on me / i trusted
    found: How it was noticed, and by whom.
        noticed / found out / saw / customer / colleague / alert / log / complained / when we looked / realised / test
    mended: What was done about it.
        fixed / repaired / rolled back / changed / we then / i then / rewrote / stopped / added / removed / so i /
        instead
    lesson: What you have done differently since.
        since then / today i / now i / differently / next time / learned / learnt / i always / i never / from the
        start
    """,
    model_answer="""
    Something did go wrong in “{}”, and I'd rather tell you about something that was my doing than about bad luck. So
    first what happened, in two sentences, and what it cost: days, money, or somebody's trust. Then how it came to
    light. I wasn't the first to notice, and that's part of the lesson. After that my part in it: I had taken
    something for granted that I could have checked in an hour, and I'd say what that was. Then what I did: first I
    told the people affected, then we limited the damage, and only then did we look for the cause. And since then I do
    one thing differently. I'd say exactly what that habit is, with an example of when it has saved me. I'd do
    everything else in the project again, including the decision to start small.
    """,
    asks_on=(
        ("+own", "What is the earliest you could have known?"),
        ("+lesson", "When has that saved you since?"),
        ("-own", "And what was your part in it?"),
        ("-found", "Who noticed, and how long had it been wrong by then?"),
    ),
    red_flags=("Says nothing went wrong, or that it was always somebody else's fault.",),
)
_DATA: Final = Template(
    part="data",
    text="How much data was behind “{}”, where did it come from, and what was wrong with it?",
    kind=Kind.SHORT,
    level=2,
    rounds=EXPERIENCE_ROUNDS,
    topics=("you.dataset-facts", _TOPIC),
    points="""
    size: How much: rows, columns, or bytes, and over what period.
        thousand / million / billion / rows / records / gigabytes / terabytes / images / hundred / documents / users /
        years of / columns / features
    source: Where it came from, and how it was collected.
        came from / collected / database / logs / sensor / scraped / public / survey / labelled / warehouse / bought /
        export / recorded / api
    unit: What one row was.
        each row / one row / per customer / per day / one record / each example / per user / one image / every order /
        per transaction
    balance: How the classes or the target were distributed.
        percent / imbalanced / rare / class / skewed / most of them / distribution / positives / long tail / average /
        one in
    flaw: What was wrong with it.
        missing / duplicates / wrong / noisy / outliers / biased / leak / errors / incomplete / inconsistent / gaps /
        out of date / mislabelled
    remedy: What you did about that.
        cleaned / removed / filled / imputed / deduplicated / checked / filtered / relabelled / weighted / dropped /
        corrected / asked
    """,
    model_answer="""
    I'd give the size first, in figures I know by heart: how many rows, how many columns, and over what period. And
    what one row is, because that's where most misunderstandings begin: a customer, an order, or one month of one
    customer. For “{}” I'd then say where it came from, who collected it and for what purpose, since that purpose was
    never ours. Then how the target was distributed: if only two in a hundred are the kind we're looking for, that
    decides the metric, the split, everything. After that, the flaws. I'd take two that cost us time: one that showed
    within the first hour, such as missing values or duplicate rows, and one that we noticed far too late. I'd say
    what we removed or corrected in each case, and how many rows that changed. And finally who was not in that data at
    all, because for them whatever we built is a guess.
    """,
    asks_on=(
        ("+balance", "How did that affect your choice of metric?"),
        ("+flaw", "How many rows did that affect, and how do you know?"),
        ("-unit", "What exactly was one row?"),
        ("-flaw", "Which parts of it did you not trust?"),
    ),
    red_flags=("Does not know how large their own data set was.",),
)


def project_questions(project: Project) -> tuple[Question, ...]:
    """The chain of questions about one project, in the order in which an interviewer asks them.

    One that is known to be made of tools alone, such as a pipeline for releases, is not asked for its data.
    """
    id_ = f"project.{id_of(project.name)}"
    return tuple(
        template.about(project.name, id_, text=_choice_text(project) if template is _CHOICE else None)
        for template in (_PART, _CHOICE, _MEASURED, _FAILED, *(() if _is_without_data(project) else (_DATA,)))
    )


def _is_without_data(project: Project) -> bool:
    topics = {technique_named(name).topic for name in project.techniques}
    return bool(topics) and topics <= _TOPICS_WITHOUT_DATA


def _choice_text(project: Project) -> str | None:
    """The question with the techniques in it that say most: methods before tools, none that the name says already."""
    used = [technique_named(name) for name in project.techniques]
    chosen = [one for one in used if one.is_choice and not is_said(one, project.name)]
    telling = [one for sort in (Sort.METHOD, Sort.TOOL, Sort.LANGUAGE) for one in chosen if one.sort is sort][
        :_MOST_NAMED
    ]
    if not telling:
        return None
    named = " and ".join(one.name for one in telling)
    those = "those" if len(telling) > 1 or telling[0].is_plural else "that"
    return f"For “{project.name}” you used {named}. Why {those}, and what else did you consider?"

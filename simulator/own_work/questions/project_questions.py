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
    team: Who else was there, and what they did.
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
    how many we were, for how long, and what the others did. And then my own part, in the first person. I'd name two
    things that I decided and built myself, one that I only helped with, and I'd say so. After that I'd take the one
    difficulty that was the hardest, and how I got past it, since a story without one is a list. At the end what came
    of it, with one number: before and after, and who uses it today. If it isn't used any more, I'd say that too, and
    why. Then I'd stop, because you will want to choose where to go deeper.
    """,
    asks_on=(
        ("+part", "Why did you do it that way, and what else did you consider?"),
        ("+result", "How did you measure that, and who checked it?"),
        ("+team", "What would your colleagues say was missing in your part?"),
        ("-part", "What in it did you write or decide yourself?"),
        ("-result", "What came of it, in one number?"),
    ),
    red_flags=("Says only “we”, so that no part of one's own can be seen.",),
)
_CHOICE: Final = Template(
    part="choice",
    text="Which technical choice in “{}” mattered most, and why did you choose that way?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.PROJECT_PRESENTATION, Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING),
    topics=(_TOPIC,),
    points="""
    options: Which options there were.
        alternative / option / we considered / i considered / could have / instead of / either / or we / candidates /
        thought about / the other
    measure: By what they were compared.
        compared / measured / tested / experiment / benchmark / on the same data / baseline / criterion / requirement
        / we tried / prototype
    reason: The reason that decided.
        because / the reason / decisive / that is why / mattered most / since we / so we chose / decided for
    price: What was given up for it.
        price / drawback / downside / trade-off / gave up / slower / harder / disadvantage / in return / cost us /
        less
    hindsight: Whether you would do so again.
        again / in hindsight / today / looking back / would still / would now / differently / next time
    """,
    model_answer="""
    There was one choice in “{}” on which the rest hung, and I'd name it at once. Then the options: two, at most
    three, and among them the simple one that costs a day, because that's what everything else has to beat. I'd say
    what counted for us, in order. How good it is, how fast it answers, who looks after it in a year, and how soon we
    can have it. Then how we compared: on the same data, with the same measure, and for how long we tried. And the
    reason that decided in the end, which was one reason and not five. I'd add what we gave up for it, because there's
    always something, and whether that came back to us. Looking back I'd choose the same way in one respect, and
    otherwise in another, and I'd say which.
    """,
    asks_on=(
        ("+measure", "Was that difference larger than chance?"),
        ("+price", "When did you feel that price for the first time?"),
        ("-options", "What would have been the simplest thing that could work?"),
    ),
    red_flags=("There was no alternative, and none was looked for.",),
)
_MEASURED: Final = Template(
    part="measured",
    text="How did you measure whether “{}” was any good, and which number mattered most?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.PROJECT_PRESENTATION, Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING),
    topics=(_TOPIC,),
    points="""
    metric: The measure, by name, and what it means.
        accuracy / precision / recall / f1 / error / rmse / auc / latency / conversion / metric / measure / share of /
        hit rate / revenue / number of
    why: Why this one: what a mistake costs.
        because / a mistake / false positives / false negatives / costs / worse than / matters most / business /
        expensive / what the users
    unseen: Measured on what had not been seen before.
        test set / held out / hold-out / unseen / cross-validation / later data / new data / split by time / never
        seen / a/b test / live
    baseline: Against what it was compared.
        baseline / before / compared with / the old / rule / by hand / average / naive / existing / last year
    real: Whether it held in real use.
        in production / live / in use / users / after launch / in practice / monitoring / dashboard / a/b / experiment
        / feedback
    """,
    model_answer="""
    Two numbers, one for us and one for those who use it. For “{}” I'd first say what a mistake costs, and whom,
    because the measure follows from that: if one kind of error is ten times worse than the other, a plain share of
    right answers hides it. So that's the measure we took, and this is what it means in one sentence. It was taken on
    data that nothing had been chosen on, and later than the rest, since in use everything is later. I'd give the
    value, and right beside it the value of the simplest thing that could have done the job, or of what was there
    before. Alone a number says nothing. Then what happened in real use: how we saw whether it held, after which time,
    and by how much it fell. It always falls a little. And last the question that nobody could answer, namely how much
    of the effect was us.
    """,
    asks_on=(
        ("+metric", "Why that number, and what does it hide?"),
        ("+unseen", "Why does it have to be data that was not seen before?"),
        ("-baseline", "What would the simplest possible solution have reached?"),
        ("-real", "And how good was it six months later?"),
    ),
    red_flags=("Gives a number without saying on which data.",),
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
    own: Your share in it.
        i should have / my fault / my mistake / i had / i did not / i didn't / i missed / i overlooked / i assumed /
        on me / i trusted
    found: How it was noticed, and by whom.
        noticed / found out / saw / customer / colleague / alert / log / complained / when we looked / realised / test
    mended: What was done about it.
        fixed / repaired / rolled back / changed / we then / i then / rewrote / stopped / added / removed / so i /
        instead
    lesson: What you do differently since.
        since then / today i / now i / differently / next time / learned / learnt / i always / i never / from the
        start
    """,
    model_answer="""
    Something did go wrong in “{}”, and I'd rather tell you the thing that was my doing than one that came from
    outside. So first what happened, in two sentences, and what it cost: days, money, or somebody's trust. Then how it
    came out. It wasn't I who noticed first, and that's part of the lesson. After that my share in it. I had taken
    something for granted that I could have checked in an hour, and I'd say what that was. Then what I did: first I
    told those whom it concerned, then we limited the damage, and only then did we look for the cause. And since then
    I do one thing differently. I'd name that habit exactly, with an example of when it has saved me since. Everything
    else in the project I'd do again, including the decision to begin small.
    """,
    asks_on=(
        ("+own", "When could you have known at the earliest?"),
        ("+lesson", "When has that saved you since?"),
        ("-own", "And what was your share in it?"),
        ("-found", "Who noticed, and how long had it been wrong by then?"),
    ),
    red_flags=("Nothing went wrong, or it was always the others.",),
)
_DATA: Final = Template(
    part="data",
    text="How much data was behind “{}”, where did it come from, and what was wrong with it?",
    kind=Kind.SHORT,
    level=2,
    rounds=EXPERIENCE_ROUNDS,
    topics=("you.dataset-facts", _TOPIC),
    points="""
    size: How much: rows, columns, or bytes, and over which time.
        thousand / million / billion / rows / records / gigabytes / terabytes / images / hundred / documents / users /
        years of / columns / features
    source: Where it came from, and how it was collected.
        came from / collected / database / logs / sensor / scraped / public / survey / labelled / warehouse / bought /
        export / recorded / api
    unit: What one row was.
        each row / one row / per customer / per day / one record / each example / per user / one image / every order /
        per transaction
    balance: How the classes or the target were spread.
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
    I'd give the size first, in figures that I know by heart: so many rows, so many columns, from then to then. And
    what one row is, because that's where most misunderstandings begin: a customer, an order, or a customer in one
    month. For “{}” I'd then say where it came from, who had collected it and for which purpose, since it was never
    for ours. Then how the target was spread. If only two in a hundred are of the kind that one looks for, that
    decides about the measure, about the split, about everything. After that the flaws. I'd take two that cost us
    time: one that could be seen in the first hour, such as values missing or rows twice, and one that we noticed far
    too late. What we did about each, and how many rows that changed. And last who was not in that data at all,
    because for them whatever we built is a guess.
    """,
    asks_on=(
        ("+balance", "What did that do to your choice of measure?"),
        ("+flaw", "How many rows did that concern, and how do you know?"),
        ("-unit", "What exactly was one row?"),
        ("-flaw", "What in it did you not trust?"),
    ),
    red_flags=("Does not know how large one's own data was.",),
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

"""What a company asks about itself, and whether an answer says anything of what the user entered about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from question_bank.models import KeyPoint, Kind, Question, Round
from simulator.analysis.english.equivalents import is_small
from simulator.analysis.english.terms import GENERIC_STEMS_FROM
from simulator.analysis.english.word_forms import parts, stem
from simulator.own_work.cv.lines import lines_of
from simulator.own_work.cv.techniques import techniques_in
from simulator.own_work.own_work import Company
from simulator.own_work.questions.question_making import Template, id_of, with_first_point

_MOST_CUES: Final = 24
_MOST_HINTS: Final = 4
_SHORTEST_WORD: Final = 4

# Words of every company's page and every advertisement: saying them shows no knowledge of this one.
_OF_ANY_COMPANY: Final = """
ability able about above across after also applicant apply around based become before benefits best better between
both build building built business candidate career challenge clear close communication competitive complex core
create culture customer daily degree deliver design develop developer developing digital diverse drive driven
dynamic each employee employer employment engineer engineering ensure environment equal equivalent etc every
excellent existing experience expert expertise fast field flexible focus from full future global great group grow
growth hands help high highly hiring holiday home hours hybrid ideal ideally improve include including individual
industry innovation innovative insight join knowledge large lead leader leading level like looking love made main
maintain make making management market member mission modern month more most move must nice offer office opportunity
organisation other over part passion passionate people permanent person plus position possible practice preferred
process product production professional proficiency proficient project provide provider quality range real related
relevant remote require required requirement responsibility responsible role salary scale senior service several
share should skill solution solve some something stakeholder start state strategy strong such support system task
technical technology than their them these they this those through today together tools understanding uses using
value various vision want well what when where which while wide within without work working world would your
"""

_WHY: Final = Template(
    part="why",
    text="Why {} in particular?",
    kind=Kind.SHORT,
    level=2,
    rounds=(Round.INITIAL_SCREENING, Round.BEHAVIOURAL, Round.FINAL),
    topics=("you.why-this-company",),
    points="""
    reason: A personal reason that would not fit every company.
        because / what drew me / the reason / i want / i'd like / interests me / what i like / caught my / i noticed /
        fascinated
    fit: Something you have done that they need.
        i have done / i've done / i built / in my last / my experience / i worked on / at my / for three years /
        similar / i know from
    give: What they would get from you.
        i could / i can bring / help you / contribute / i'd bring / from day one / first months / take over / add
    doubt: One honest question or doubt.
        i don't know / i'd like to know / not sure / i wonder / what i haven't understood / my question / curious how
        / could not find out
    """,
    model_answer="""
    I'll tell you what I know about {}, and you can correct me. I looked at what you do, and one thing caught my
    attention, because it's close to something I've worked on: I'd name that, and not the mission statement from the
    website. Then my own reason, in two sentences, which has to do with how I like to work. It should be a reason that
    wouldn't fit the company next door. After that, what you'd get from me. There's one thing in your description that
    I've done before, with a result I can show, and I'd say how I think it carries over. And, to be honest, there's
    one thing I couldn't find out: it's the question that decides it for me, so I'll ask it later. If the answer is
    yes, I'd be joining for the work and not for the name on the door.
    """,
    asks_on=(
        ("+reason", "Isn't that true of two or three other companies as well?"),
        ("+doubt", "And if the answer to that is no?"),
        ("-theirs", "What do you know about what we do?"),
        ("-fit", "What have you done that fits what we need?"),
    ),
    red_flags=("Gives a reason that fits every company.", "Names only the pay or the company's reputation."),
)
_IMPROVE: Final = Template(
    part="improve",
    text="What would you improve about what {} does, and how would you find out whether you are right?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.FINAL, Round.BEHAVIOURAL, Round.INITIAL_SCREENING),
    topics=("you.why-this-company", "you.business-sense"),
    points="""
    modest: Says that this is an outsider's view.
        from outside / i don't know / i may be wrong / you may have / probably already / as a user / my guess / i
        can't see / might have a reason
    one: One concrete thing.
        one thing / i would / i'd change / for example / when i tried / i noticed / the first thing / improve /
        missing
    who: Who would benefit, and by how much.
        customers / users / drivers / patients / staff / time / money / percent / hours / so that they / save
    check: How to find out cheaply.
        test / experiment / ask / measure / a/b / talk to / look at the data / pilot / small / prototype / a week /
        compare
    stop: When to drop the idea.
        if not / otherwise / drop it / stop / would be wrong if / not worth / i'd leave / unless
    """,
    model_answer="""
    I only see {} from outside, so take it as a guess: you may well have a reason for the way it is. I'd name one
    thing, and one that I've run into myself as a user, or that somebody who works with it told me about. Not three.
    Then who would benefit, and by how much, because a thing that annoys me may matter to nobody else. So before
    building anything, I'd spend a day finding out: talk to two people who deal with it, and look at the data to see
    how often it happens. If it's rare, I'd drop it. If it isn't, I'd try the cheapest thing that could help, with a
    small share of the users, for two weeks, and I'd write down beforehand which number has to move. Only then would I
    propose it, with that number, and with what it costs to maintain.
    """,
    asks_on=(
        ("+one", "Why do you think we haven't done that already?"),
        ("+check", "Which number would make you drop the idea?"),
        ("-modest", "What reason could we have for doing it the way we do?"),
        ("-who", "Who would notice the difference?"),
    ),
    red_flags=("Praises everything.", "Calls it bad without knowing the reasons."),
)
_WORTH: Final = Template(
    part="worth",
    text="How does {} make its money, as far as you can see, and where would a model pay off first?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.FINAL, Round.INITIAL_SCREENING, Round.BEHAVIOURAL),
    topics=("you.business-sense", "you.why-this-company"),
    points="""
    money: Who pays whom, and for what.
        pay / pays / revenue / customers / subscription / margin / fee / sells / per order / licence / earn /
        commission / advertising
    cost: What costs it most.
        cost / costs / expensive / staff / returns / waste / delays / fuel / stock / support / time of
    decision: A decision that is made often and that data could improve.
        every day / each order / decide / decision / by hand / today somebody / how many / which / forecast / predict
        / route / price
    size: A rough estimate.
        percent / if one / per year / thousand / million / roughly / say / estimate / times / about
    first: A small first step, and the case against a model.
        first / rule / simple / start with / without a model / baseline / pilot / might not / not need
    """,
    model_answer="""
    As I understand it, somebody pays {} for something each time it happens, so I'd begin there: who pays, for what,
    and what has to go right for them to come back. Then the other side, what it costs, because a model pays off where
    something expensive is decided over and over: thousands of times a day, each time slightly wrong. I'd pick one
    such decision, and say who makes it today and by what rule. Then a rough estimate, out loud, with round numbers:
    so many decisions a year, so much lost on each, and if one in ten of those could be saved, that's the total. It
    doesn't have to be right, but it shows whether the idea is worth a team or an afternoon. And the first step would
    not be a model at all, but the rule that a good employee would give me, measured honestly.
    """,
    asks_on=(
        ("+size", "Which of those numbers are you least sure of?"),
        ("+decision", "What happens when the model is wrong there?"),
        ("-money", "Who pays us, and for what?"),
        ("-first", "What would you do in the first week, without a model?"),
    ),
    red_flags=("Starts with the model instead of the money.",),
)
_ROLE: Final = Template(
    part="role",
    text="You have read what the role at {} asks for. What could you do from day one, and what would be new to you?",
    kind=Kind.SHORT,
    level=2,
    rounds=(Round.INITIAL_SCREENING, Round.FINAL),
    topics=("you.why-this-company", "you.limits"),
    points="""
    proof: One thing you could do from day one, with proof.
        i have done / i've done / i built / for years / in my last / from day one / from the first day / already / in
        production / i wrote
    new: One thing that would be new to you, said plainly.
        new to me / i haven't / i have not / never / only in / would have to learn / not yet / less experience /
        weakest
    learn: How you would learn it, and by when.
        learn / read / ask / pair / course / weeks / months / i would start / practise / colleague / by the end
    before: A time when you learnt something like it.
        last time / when i / i learnt / i learned / took me / i had never / in my last / before that
    """,
    model_answer="""
    I went through your description line by line. There are two things in it that I could do from the first day, and
    for each I can show you something: one that is in use right now, and one that I did for two years. I'd name them
    in your words, so that you can tick them off. Then there is one that would be new to me, and I'd rather say so now
    than in the third week. I've read about it, I've tried it once in a small project of my own, and that's all.
    Here's what I'd do about it: in the first weeks I'd ask to work alongside the person who knows it best and take
    over a small piece, and after two months I'd expect to handle it alone. I've done that before: when I started in
    my last job, I had never touched the thing I was later asked about most.
    """,
    asks_on=(
        ("+new", "What will be the hardest part of that?"),
        ("+proof", "What would you do differently here?"),
        ("-new", "And looking at the list, where are you weakest?"),
        ("-learn", "How long would that take you, and what would you need from us?"),
    ),
    red_flags=("Claims to be able to do everything already.",),
)


def company_questions(company: Company) -> tuple[Question, ...]:
    """The company's questions; each wants to hear something of what was entered about it. None for no company."""
    if company.is_empty:
        return ()
    templates = (_WHY, _IMPROVE, _WORTH, *((_ROLE,) if company.role else ()))
    return tuple(_question(template, company) for template in templates)


def content_words(text: str, besides: str = "") -> tuple[str, ...]:
    """The words of a text that say something of its own, in order, each stem once; none of the words in `besides`."""
    known = {stem(part) for part in parts(besides)}
    found: dict[str, str] = {}
    for line in lines_of(text):
        for word in parts(line.text):
            stemmed = stem(word)
            if stemmed not in known and _tells(word, stemmed):
                found.setdefault(stemmed, word)
    return tuple(found.values())


def _question(template: Template, company: Company) -> Question:
    name = company.name
    text = template.text.replace("{}", name) if name else _to_us(template)
    question = template.about(name or "this company", f"company.{id_of(name or 'unnamed')}", text=text)
    own = tuple(_cues(template, company, text))[:_MOST_CUES]
    if not own:
        return question
    hints = ", ".join(own[:_MOST_HINTS])
    what = "the role" if template is _ROLE else "what they do"
    return with_first_point(question, KeyPoint("theirs", f"Something specific about {what}, by name: {hints}.", own))


def _cues(template: Template, company: Company, asked: str) -> Iterator[str]:
    """What shows that the answer is about this company: its techniques and its own words, those of the role at need."""
    texts = (company.role, company.does) if template is _ROLE else (company.does, company.role)
    for text in texts:
        words = content_words(text, f"{company.name} {asked}")
        yield from dict.fromkeys((*(one.name.lower() for one in techniques_in(text)), *words))
        if text:
            return


def _to_us(template: Template) -> str:
    """The question of a company whose name is not known: asked as they would ask it themselves."""
    return {
        "why": "Why us in particular?",
        "improve": "What would you improve about what we do, and how would you find out whether you are right?",
        "worth": "How do we make our money, as far as you can see, and where would a model pay off first?",
        "role": "You have read what the role asks for. What could you do from day one, and what would be new to you?",
    }[template.part]


def _tells(word: str, stemmed: str) -> bool:
    return (
        len(word) >= _SHORTEST_WORD
        and not any(mark.isdigit() for mark in word)
        and not is_small(stemmed)
        and stemmed not in _GENERIC
    )


_GENERIC: Final = frozenset(stem(word) for word in (*_OF_ANY_COMPANY.split(), *GENERIC_STEMS_FROM))

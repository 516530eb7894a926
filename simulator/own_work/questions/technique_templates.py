"""What is asked about a technique, as texts with a gap for its name. `technique_questions` says which of them."""

from __future__ import annotations

from typing import Final

from question_bank.models import Kind, Round
from simulator.own_work.cv.technique_catalogue import Sort
from simulator.own_work.questions.question_making import Template

_TOPIC: Final = "you.cv-technique"
_ROUNDS: Final = {
    Sort.METHOD: (Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING),
    Sort.TOOL: (Round.TECHNICAL_SCREENING, Round.SYSTEM_DESIGN),
    Sort.LANGUAGE: (Round.TECHNICAL_SCREENING,),
}

WORKS: Final = {
    Sort.METHOD: Template(
        part="works",
        text="Your CV mentions {}. How {does it|do they} work, from input to output?",
        kind=Kind.SHORT,
        level=3,
        rounds=_ROUNDS[Sort.METHOD],
        topics=(_TOPIC,),
        points="""
        purpose: What {} {is|are} for, in one sentence.
            it is for / used for / in one sentence / the idea is / the problem it solves / the aim is / the goal is /
            basically it / in short
        input: What goes in, and in what form.
            goes in / input / takes / rows / features / tokens / pixels / you give it / needs as / starts from /
            training data
        steps: What happens inside, step by step.
            step / then it / after that / repeats / iterates / at each / in every round / next it / until it / first
            it
        fitted: What is learnt or decided along the way, and by what criterion.
            loss / minimise / learns / optimise / gradient / chooses / splits / weights / fitted / estimates /
            maximises / objective / score
        setting: The one setting that matters most, and what changing it does.
            parameter / hyperparameter / setting / learning rate / depth / size / threshold / if i increase / if you
            raise / too large / too small
        cost: What {it costs|they cost}: time, memory or data.
            memory / time / slow / fast / expensive / complexity / scales / cost / cheap / quadratic / linear / a lot
            of data
        """,
        model_answer="""
        I'd begin with one sentence that says what {} {is|are} for, so that we know what problem we're talking about.
        Then I'd say what goes in: what form the data takes, and what has to be done to it first. After that what
        happens inside, step by step, and I'd use a tiny example, three or four numbers, because a mechanism is easier
        to follow with numbers than with words. I'd say what is learnt or decided at each step, and what it is
        optimised for, since that is what {} really {cares|care} about. Then what comes out, and how I read it. I'd
        add two things without being asked: the one setting that matters most, with what happens if I turn it up or
        down, and what all this costs in time, memory and data. And if there is a part that I only know from the
        outside, I'd say so, and how I'd find out.
        """,
        asks_on=(
            ("+steps", "Take a tiny example with three numbers. What happens to them?"),
            ("+fitted", "Why is that the right thing to optimise, and what would you get with another objective?"),
            ("-setting", "Which setting of {it|them} did you change, and what happened?"),
            ("-cost", "What happens if there is a hundred times as much data?"),
        ),
        red_flags=("Names {} and some of {its|their} parts, but explains none of them.",),
    ),
    Sort.TASK: Template(
        part="works",
        text="Your CV mentions {}. How did you set up the task: what was predicted, from what, and how was it checked?",
        kind=Kind.SHORT,
        level=3,
        rounds=(Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING, Round.PROJECT_PRESENTATION),
        topics=(_TOPIC,),
        points="""
        target: What exactly is predicted, for what, and at what point in time.
            predict / predicted / target / for each / for every / probability that / score / output / horizon / per day
        label: Where the labels come from, and how far they can be trusted.
            label / labels / labelled / annotate / annotated / ground truth / by hand / noisy / arrives late / history
        input: What goes in, and that it was known at the time.
            features / input / goes in / known at the time / at that moment / leak / leakage / pixels / tokens / events
        baseline: What it had to beat.
            baseline / simple rule / rules / heuristic / last year / naive / compared / before that
        measure: A metric that follows from what a mistake costs.
            precision / recall / cost / false alarm / false positive / miss / mean absolute error / word error rate /
            mean average precision / lift
        split: A test that is as hard as real use: later in time, other users, other places.
            time split / later month / held out / out of time / other users / new users / never seen / split by /
            test set
        use: What somebody does with the result.
            decision / decide / acts on / review / blocked / call / alarm / shown to / used by / threshold
        """,
        model_answer="""
        For {} I'd first say what is predicted, for what and at what point in time, because half of the mistakes are
        made there: it has to be early enough for somebody to act on it. Then the labels: where they came from, how
        late they arrived, and which of them I wouldn't trust. Then what goes in, and that every part of it was known
        at that moment, since it's easy to let the future leak in. Before any model there was a simple rule, and I'd
        give its score, as that is what we had to beat. The metric followed from what a mistake costs: I'd say which
        of the two kinds was the more expensive one. I tested on data from later, not on a random part, because that
        is how it is used. And finally I'd say who did what with the result, and at which threshold.
        """,
        asks_on=(
            ("+label", "How many of those labels were wrong, and how did you find out?"),
            ("+measure", "By how much did it beat the simple rule, and was that worth it?"),
            ("-split", "What data did you test it on, and how does it differ from the data in use?"),
            ("-use", "Who did anything differently the next morning because of it?"),
        ),
        red_flags=("Names a model for {}, but not what it predicts or what a mistake costs.",),
    ),
    Sort.TOOL: Template(
        part="works",
        text="Your CV mentions {}. What {does it|do they} do for you, and how {does it|do they} work under the hood?",
        kind=Kind.SHORT,
        level=3,
        rounds=_ROUNDS[Sort.TOOL],
        topics=(_TOPIC,),
        points="""
        purpose: What {} {does|do} for you.
            it is for / used for / so that you / in one sentence / the problem it solves / without it / takes care of
            / the idea is / in short
        parts: The parts {it is|they are} made of.
            consists of / part / component / node / server / client / worker / layer / module / engine / process /
            driver / storage
        flow: What happens from a call to its result.
            request / call / then it / first it / sends / reads / writes / returns / after that / step / passes
        promise: Which guarantees {it gives|they give}, and which not: order, duplicates, loss, precision.
            guarantee / at least once / exactly once / order / consistent / lost / duplicates / transaction / retries
            / precision / promise / ensures / does not promise
        setting: The setting or habit that made the difference.
            setting / configured / parameter / default / partition / batch size / index / cache / memory / we set / i
            set / tuned
        limit: Where you ran into {its|their} limits.
            limit / slow / bottleneck / memory / did not scale / too large / expensive / ran out / bottlenecks /
            timeout
        """,
        model_answer="""
        First I'd say what {} {does|do} for me: what I'd have to write and look after myself without {it|them}. Then
        the parts. I'd name three or four of them, not all, and say what each one is responsible for. After that I'd
        follow one single call through them, from my code to the result, because that shows what happens between the
        parts: who waits for whom, what is stored where, what travels over the network. Then I'd say what {it
        guarantees|they guarantee} and what {it doesn't|they don't}, for example about order, duplicates, or what is
        left after a crash, since most of the trouble I had came from relying on a guarantee that nobody had given.
        I'd give the one setting that made a difference for us, with the number before and after. And I'd say where we
        ran into the limits. If there are parts I've never looked into, I'd say which.
        """,
        asks_on=(
            ("+flow", "What happens to that call if one of the parts dies halfway through?"),
            ("+setting", "How did you find out that it was this setting?"),
            ("-promise", "Which data could be processed twice, or not at all?"),
            ("-limit", "With ten times the load, what gives way first?"),
        ),
        red_flags=("Knows only which commands to type.",),
    ),
    Sort.LANGUAGE: Template(
        part="works",
        text="Your CV mentions {}. What goes on beneath the surface that surprises people who are new to it?",
        kind=Kind.SHORT,
        level=3,
        rounds=_ROUNDS[Sort.LANGUAGE],
        topics=(_TOPIC,),
        points="""
        execution: How it is executed.
            compiled / interpreted / bytecode / query plan / planner / interpreter / compiler / at run time / lazily /
            optimiser / virtual machine
        memory: What is copied, what is shared, and who cleans up.
            memory / copy / copies / reference / garbage collector / shared / in place / pointer / stack / heap /
            allocated
        values: How types and missing values behave.
            type / null / missing values / none / static / dynamic / casts / mutable / equality / typed
        parallel: What it does, or does not do, in parallel.
            thread / parallel / process / lock / concurrent / at the same time / transaction / asynchronous /
            vectorised
        slip: A mistake of your own that taught you this.
            i once / bug / i learned / i learnt / the hard way / took me / surprised me / my mistake / i fell
        remedy: What you do about it now.
            since then / now i / i always / a test / profile / profiler / explain / linter / review / avoid
        """,
        model_answer="""
        I'd take one surprise that I ran into myself, and dig down from there. In {} that was a piece of code that
        looked right, passed its tests, and did something else with real data. So first the example, in two sentences.
        Then why: how the language executes such a line, what is copied and what is only a reference, and what it does
        with a missing value. I think that's what separates somebody who writes {} from somebody who can debug it.
        After that I'd say how I noticed: which number looked wrong, and what I measured it with. And what I've done
        since then: a test, a rule for code review, or another way to write it. If you then ask how it behaves when
        several things run at the same time, I can say what I know about that as well, and where I'd have to look it
        up.
        """,
        asks_on=(
            ("+memory", "How would you show me that in three lines of code?"),
            ("+parallel", "How do you prove that two of them do not get in each other's way?"),
            ("-slip", "Tell me about the last bug you chased that turned out to be this."),
        ),
        red_flags=("Recites features without an example of their own.",),
    ),
}


CHOICE: Final = Template(
    part="choice",
    text="Take a case in which you used {}. Why {that|those}, and not the obvious alternative?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING, Round.PROJECT_PRESENTATION),
    topics=(_TOPIC,),
    points="""
    need: What the case called for.
        we needed / i needed / the requirement / had to / because the data / the problem was / constraint / had only /
        the users / latency / explain
    compared: The alternative was tried or thought through, not waved away.
        we tried / i tried / compared / baseline / both / against / alternative / the other option / instead of /
        versus / first version
    number: The number that decided it.
        percent / points / milliseconds / seconds / minutes / twice / half / euros / dollars / accuracy / recall /
        error / times faster / hours
    price: The price paid for it.
        price / drawback / downside / disadvantage / trade-off / cost us / harder / slower / we lost / gave up / in
        return / more complex
    change: What would change the decision today.
        today i would / now i would / i would change / if we had / if the data / would switch / would reconsider /
        with more data / next time
    """,
    model_answer="""
    The case first, in two sentences: what had to be decided, how much data there was, and what the answer was allowed
    to cost. Then what the case called for, because that's what a choice has to be measured against: for us it had to
    be right often enough and fast enough, and somebody had to be able to look after it. So there were two candidates,
    {} and the obvious alternative. We didn't argue for long: we tried both, on the same data and with the same
    metric, and gave each the same two days. I'd give you the two numbers. On the thing that mattered most, {} came
    out ahead, and I'd also say what we paid for it: one thing got harder, and I knew it would. If the case were
    different, with far less data, or a stricter time limit, I'd go the other way today. And had the two been equal,
    I'd have taken the simpler one.
    """,
    asks_on=(
        ("+number", "How sure are you that this difference was not down to chance?"),
        ("+price", "Who noticed that price first?"),
        ("-compared", "How do you know that the alternative would not have done just as well?"),
        ("-change", "Under what conditions would you decide differently?"),
    ),
    red_flags=("The only reason is that everybody uses {}.",),
)
PITFALLS: Final = Template(
    part="breaks",
    text="What commonly goes wrong with {}, and how do you notice and fix it?",
    kind=Kind.SHORT,
    level=3,
    rounds=(Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING, Round.SYSTEM_DESIGN),
    topics=(_TOPIC,),
    points="""
    case: One thing that goes wrong, with a concrete case.
        for example / for instance / once / one time / a case / say you have / when / last year / we had / i had
    cause: Why it happens.
        because / the reason / the cause / comes from / is due to / since / forgot / nobody had / by default / assumed
    notice: How it shows, and how late.
        notice / saw / shows / error / a plot / log / alarm / test / failed / slower / wrong / complained / check
    repair: How to fix it.
        fix / fixed / undo / restore / roll back / rolled back / revert / repair / change / changed / replaced / add
    prevent: What keeps it from coming back.
        prevent / since then / now i / always / a rule / review / automatic / a test / a check / habit / never again
    """,
    model_answer="""
    I'd take one thing that goes wrong often, and that I've seen myself, rather than a list. So first the case, in two
    sentences: what we were doing with {}, and what happened. Then why it happens. There is usually a reason that
    makes sense from the inside: a default that nobody looked at, a step that somebody did by hand, or something that
    works for a small case and not for a large one. After that how it shows up, because that decides how expensive it
    gets. If there's an error message, it costs an hour; if a number is just slightly wrong, it can cost a month. Then
    what I did about it, in the order I did it: first stop the damage, then find the cause, then fix it, and finally
    check whether anything else was affected. And what stops it coming back, which is rarely telling people to be
    careful. For us it was a check that runs by itself, and I'd say what it checks.
    """,
    asks_on=(
        ("+notice", "How long had it been wrong by then?"),
        ("+repair", "How did you make sure that nothing else was affected?"),
        ("-cause", "Why does that happen at all?"),
        ("-prevent", "What keeps it from happening again?"),
    ),
    red_flags=("Says that nothing goes wrong with {}.",),
)
BREAKS: Final = Template(
    part="breaks",
    text="When would you not use {}, and what would break if somebody did?",
    kind=Kind.SHORT,
    level=4,
    rounds=(Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING, Round.SYSTEM_DESIGN),
    topics=(_TOPIC,),
    points="""
    assumption: What {it takes|they take} for granted.
        assumes / assumption / takes for granted / relies on / only works if / as long as / expects / needs that /
        independent / provided that
    case: A concrete case in which that does not hold.
        for example / for instance / imagine / a case / say you have / when the data / if there are / suppose / in a /
        such as
    break: What breaks there, and how badly.
        breaks / fails / wrong / falls apart / crashes / unstable / overfits / collapses / too slow / out of memory /
        worse / biased / useless
    notice: How you would notice.
        notice / monitor / see it in / a plot / metric / alarm / test / validation / check / would show / log / look
        at
    instead: What to use instead.
        instead / i would use / i'd use / rather / switch to / fall back / simpler / alternative / replace / go with
    """,
    model_answer="""
    I'd start from what {} {takes|take} for granted, because {it breaks|they break} where that doesn't hold. There is
    always something: about the data, how much of it there is, how it was collected, or about the machine it runs on.
    So one assumption, and then a concrete case in which it's wrong; I'd rather describe one I've seen than the one
    from the textbook. Then what happens there. The worst failures are quiet: no error message, just a number that is
    a little worse every week. So I'd say which metric or plot would show it, and how late that would be. And what I'd
    use instead: often something simpler that makes fewer assumptions and does a little worse on a good day. I'd also
    say when I wouldn't use {} even though {it works|they work}, for example when nobody on the team could fix it.
    """,
    asks_on=(
        ("+break", "How long would it take for somebody to notice?"),
        ("+instead", "And where does that one break?"),
        ("-assumption", "What assumption lies behind it?"),
        ("-notice", "Which number would show it first?"),
    ),
    red_flags=("Sees no case in which {} {is|are} the wrong choice.",),
)

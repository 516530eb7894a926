"""Word lists that the judgements rest on. Matching them is done elsewhere."""

from __future__ import annotations

from typing import Final


def word_set(words: str) -> frozenset[str]:
    """Words parted by spaces."""
    return frozenset(words.split())


def phrase_set(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases parted by slashes, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split("/") if phrase.strip())


FILLER_PHRASES: Final = {
    "you know": "",
    "i mean": "",
    "like": "",
    "kind of": "",
    "sort of": "",
    "basically": "",
    "actually": "",
    "literally": "",
    "right": "at the end, as a question",
    "so": "as the first word",
}
"""Words and phrases that may be fillers, each with where, if it is one only in one place."""

FUNCTION_WORDS: Final = word_set(
    """
    a an the this that these those it its it's i i'm i've i'd i'll me my mine we we're we've our us you you're
    your he she they them their he's she's they're there there's here is am are was were be been being do does
    did doing done have has had having will would shall should can could may might must of to in on at by for
    from with about into over under between through during and or but so because if then than as while when
    where which who whom whose what how why not no nor yes yeah okay ok well just also too very really quite
    only even still again already up down out off all any each every some such same other another more most less
    least much many few lot lots bit get gets got go goes going goes went come comes came make makes made take
    takes say says said thing things something anything everything way ways let lets let's don't doesn't didn't
    isn't aren't wasn't can't won't wouldn't couldn't that's what's um uh er erm hmm mm ah eh like know mean
    sort kind basically actually literally right gonna want wanted guess think thought maybe probably stuff
    really one two 1 2 s t re ve ll d m look looks see need needs use used using good
    """
)
"""Words too common to show what a sentence is about."""

CLAUSE_STARTS: Final = word_set(
    """
    and but because so or which although though while whereas if when then since unless until therefore however
    where who that after before as
    """
)
"""A pause before one of these stands between clauses."""

CHAIN_WORDS_LIST: Final = word_set("and so then but because which cause 'cause plus")

HEDGES: Final = phrase_set(
    """
    i guess / maybe / probably / perhaps / i'm not sure but / i'm not really sure / not entirely sure / i
    suppose / or something / or whatever / more or less / somehow / kind of maybe / i don't really know
    """
)
OVERCLAIMS: Final = phrase_set(
    """
    i guarantee / i can guarantee / we guarantee / we can guarantee / guaranteed success / 100 percent accurate /
    hundred percent accurate / 100 percent accuracy / hundred percent accuracy / 100 percent correct / never makes
    mistakes / never makes a mistake / never wrong / always right / expert in everything / know everything about /
    0 errors / no errors at all / works perfectly every time / solves every problem / the best in the world
    """
)
ABSOLUTE_ENDS: Final = phrase_set("never fails / never fail / never failed / always works / always worked")
"""Overclaiming only of one's own work, and only where nothing follows: "never fails silently" is plain use."""

OWN_WORK: Final = word_set("it model models system pipeline code solution algorithm approach network service")
DENYING: Final = word_set(
    """
    no not never cannot nobody nothing without if whether unless can't don't won't wouldn't isn't aren't doesn't
    couldn't hardly claim claims claimed says said promise promises who which that
    """
)
"""A claim after one of these is denied, reported or asked about, not made."""

HONEST_NOT_KNOWING: Final = phrase_set(
    """
    i don't know / i do not know / i haven't used / i have not used / i haven't worked with / i have not worked
    with / i've never used / i have never used / i'm not familiar / i am not familiar / i don't remember
    """
)
FINDING_OUT: Final = phrase_set(
    """
    find out / look it up / look up / i would start / i'd start / i would check / i'd check / i would read / i'd
    read / i would look / i'd look / i would try / i'd try / i would test / i'd test / i would ask / i'd ask / i
    would reason / i'd reason / my guess would / i would measure / i'd measure
    """
)
EMPLOYER_WORDS: Final = word_set(
    "boss bosses manager managers employer employers company management colleague colleagues team lead startup"
)
FORMER: Final = word_set("last old former previous ex present current first second direct own whole entire")
ABUSE: Final = word_set(
    """
    stupid idiot idiots idiotic moron morons incompetent useless clueless toxic terrible awful horrible crap
    crappy dumb rubbish lazy joke nightmare
    """
)
INTENSIFIERS: Final = word_set(
    "a an just so really very totally completely absolutely pretty quite simply honestly complete total"
)
HATING: Final = phrase_set("i hated / i hate / i couldn't stand / i can't stand / i despised / fed up with")
SLANG: Final = phrase_set(
    """
    ain't / dunno / shit / shitty / fuck / fucking / fucked / damn / bullshit / crap / crappy / dude / bro / idiot /
    idiots / moron / morons / pissed off / screwed up / freaking
    """
)
QUOTING: Final = word_set(
    """
    word words comment comments wrote written said says saying slur slurs swear swearing profanity insult insults
    phrase phrases token tokens tweet tweets review reviews label labelled called post posts flagged message messages
    """
)
PAY: Final = phrase_set(
    """
    what about the salary / what is the salary / what's the salary / the salary for this / how much you pay / how much
    do you pay / how much would you pay / how much will you pay / how much would i / what do
    you pay / what does the job pay / what does this job pay / my salary / salary range for / what's
    the pay / what is the pay / what about pay / what about the pay / what about money / how much money would i / my
    bonus / what's the bonus / your compensation package / the compensation for this / pay for this role / pay for this
    position / stock options do you / do you offer stock / do i get stock
    """
)

REASONS: Final = phrase_set(
    """
    because / since / so that / the reason / that's why / that is why / which means / that means / therefore / due to /
    thanks to / otherwise / in order to / depends on / as it / as they / as we / as i / as the / given that
    """
)
NAMING_A_CHOICE: Final = phrase_set(
    """
    i would use / i'd use / i would choose / i'd choose / i would take / i'd take / i would pick / i'd pick / i would go
    with / i'd go with / i would try / i'd try / i would start with / i'd start with / we used / we chose / i used / i
    chose / we decided / i decided / i would prefer / i'd prefer
    """
)
UNITS: Final = word_set(
    """
    percent percentage millisecond milliseconds ms second seconds minute minutes hour hours day days week weeks month
    months year years euro euros dollar dollars pound pounds row rows user users customer customers request requests
    image images picture pictures example examples record records document documents thousand million billion gigabyte
    gigabytes gb terabytes error errors complaints orders shops engineers patients tickets times failures
    """
)
AMOUNTS: Final = phrase_set(
    """
    half of / a half / by half / a quarter / 3 quarters / a third / 2 thirds / doubled / halved / twice as / twice
    the / tripled / a dozen / hundreds of / thousands of / a fifth / a tenth
    """
)
TERMS: Final = phrase_set(
    """
    arima / prophet / lstm / lstms / transformer / transformers / bert / gpt / gan / gans / autoencoder / autoencoders /
    xgboost / lightgbm / catboost / random forest / random forests / svm / support vector machine / neural network /
    neural networks / deep learning / reinforcement learning / transfer learning / federated learning /
    knowledge graph / knowledge graphs /
    bayesian optimisation / bayesian optimization / attention / embeddings / kubernetes / docker /
    spark / kafka / airflow / hadoop / mlflow / blockchain / big data / data lake / data mesh / feature store / llm
    / llms / rag / langchain / vector database / microservices / serverless / mlops / devops / gradient boosting / pca /
    t sne / umap / dbscan / k means / logistic regression / naive bayes / convolutional networks / cnn / cnns / rnn /
    rnns / agile / scrum / synergy / cutting edge / state of the art / end to end / quantum computing / edge computing
    """
)
"""Names of methods and tools, as the topics and key points of the question packs use them."""

EXPLAINING: Final = word_set(
    """
    because since which means meaning so that's is are was were does do learns learn predicts predict lets let gives
    give takes take needs need handles handle if when where as than but whereas works worked fits fit helps help
    stores runs keeps reads turns makes splits
    """
)

REASONING: Final = phrase_set(
    """
    because / since we / trade off / tradeoff / trade offs / tradeoffs / i assume / i'm assuming / assuming /
    assumption / therefore / the reason / which means / that means / so that / on the other hand / alternatively
    / instead / compared to / the downside / the advantage / the drawback / depends on / first / if we / let me
    check / let me think
    """
)
ASSUMPTIONS: Final = phrase_set(
    """
    i assume / i'm assuming / i am assuming / assuming / let's assume / let me assume / my assumption / suppose
    / let's say / i would clarify / i'd clarify / i would ask / i'd ask
    """
)
ALTERNATIVES: Final = phrase_set(
    """
    alternatively / another option / another way / another approach / the alternative / on the other hand /
    instead of / we could also / i could also / or we could / versus / compared to / trade off / trade offs /
    the other option / one option
    """
)
CONCLUSIONS: Final = phrase_set(
    """
    in conclusion / to conclude / in short / in summary / to summarise / to summarize / to sum up / overall / so
    overall / therefore / that is why / that's why / so i would / so i'd / i would choose / i'd choose / i would
    pick / i'd pick / i would go with / i'd go with / i would start with / so the answer / my answer / in the
    end / finally / bottom line / the result was / the outcome was / as a result / so my choice / i recommend /
    i would recommend / i'd recommend
    """
)

COMING_TO_THE_POINT: Final = phrase_set(
    """
    to answer your question / to answer the question / coming to your question / coming back to your question /
    back to your question / back to the question / getting back to / get to the point / come to the point / so
    the answer is / the actual answer / what i wanted to say
    """
)
PREAMBLES: Final = phrase_set(
    """
    great question / good question / interesting question / before i answer / before i get to / before i get
    into / some background / a bit of background / a bit of context / some context / let me give you / let me
    start by / start from the beginning / from the very beginning / where do i start / where to start / how do i
    put / i'll get to / i will get to / many ways to look / a lot of ways / so many things / first of all i /
    tell you a bit / tell you about / tell you a little
    """
)
TANGENTS: Final = phrase_set(
    """
    that reminds me / reminds me of / by the way / where was i / off topic / i digress / a tangent / long story
    / what was the question / forgot the question / lost my train / lost my thread / side note / speaking of /
    funny story / but that's another story / that's another story / different story / different topic /
    unrelated / not really related / what was i saying / what i was saying / sorry what was / going off
    """
)
NARRATING: Final = word_set(
    """
    was were had did went said told came got gave fell met liked used sat began took knew made found built saw left
    ran wrote started moved studied asked wanted became wasn't didn't couldn't weren't hadn't
    """
)
"""Past forms in which something that happened is told."""

ASKING_FOR_A_STORY: Final = phrase_set(
    """
    tell me about / tell me of / describe a / an example / a time when / a situation / of yours / your own
    """
)
SAYING_AGAIN: Final = phrase_set(
    """
    as i said / like i said / as i mentioned / like i mentioned / as i was saying / like i was saying / i
    already said / what i'm saying / what i am saying / in other words / going back to what / to say it
    again / to repeat / as i say
    """
)
TRAILING_ENDS: Final = phrase_set(
    """
    so yeah / but yeah / and yeah / yeah / or something / or something like that / or whatever / whatever / and
    stuff / and stuff like that / and things like that / and all that / something like that / i guess / i guess
    so / i suppose / i don't know / i'm not sure / not sure / you know / if that makes sense / if that makes any
    sense / does that make sense / that's about it / that's kind of it / that's it really / that's it i guess /
    that's it i think / that's all i guess / so that's it / and everything / so anyway / but anyway / i think / i
    think so / hopefully that answers / so / and / but / or / because / to be honest / more or less / kind of /
    sort of / kind of thing / sort of thing / i mean / basically / and that / yeah so / so i don't know / i
    don't know really
    """
)
GENERIC_STEMS_FROM: Final = word_set(
    """
    model models data use work works thing time team project learn good need make number people way example case
    problem question answer result year years different important new part point kind big small high low lot
    start first last long day week month month company job important learned worked understand explain describe
    tell mean difference help try whole set run once back give ask find put keep turn happen call show hear
    minute hour morning evening friday monday
    """
)
"""Words that a technical answer may share with any question; sharing them does not show that it kept to its own."""

SUBJECTS: Final = word_set(
    """
    i we they he she it you i'm i've i'd we're we've they're they've he's she's it's there's that's
    """
)

COPULAS: Final = word_set(
    """
    is was are were be been it's that's he's she's they're we're i'm there's isn't wasn't aren't
    """
)

DETERMINERS: Final = word_set("a an the this my your our their his her its some any every each that these those")

PREPOSITIONS: Final = word_set(
    """
    in on at out from for with by about of into over through during until off down up under around to
    """
)

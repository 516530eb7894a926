"""Sentences that deserve a remark, and traps that do not: ten or more of each for every kind."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

DESERVED: Final = MappingProxyType(
    {
        "hedge": """
            I guess it works.
            Maybe the index helps.
            That is probably right.
            Perhaps we need more layers.
            I'm not sure but I think it converges.
            I suppose that would do.
            We would use a tree or something.
            It learns the weights somehow.
            It is more or less the same.
            Then we tune it or whatever.
            I don't really know what it does.""",
        "overclaim": """
            Our model never fails.
            It is 100% accurate.
            I guarantee it.
            I can guarantee you that it will work in June.
            My classifier is one hundred percent accurate on everything.
            With me there are zero errors.
            I am an expert in everything around data.
            I know everything about databases.
            This approach always works.
            The new system never makes mistakes.
            We guarantee the deadline.
            My model never fails and is 100 percent accurate.
            Our pipeline never fails because we test it.
            My predictions are always right.""",
        "honest": """
            I don't know, but I would look it up in the docs.
            I don't know that one. I'd start with a small experiment to see.
            I haven't used Spark, so I would read the guide first.
            I have not worked with graphs; I'd ask a colleague who has.
            I've never used it, but I would test it on a small table.
            I'm not familiar with that loss, I'd check how it behaves at zero.
            I don't remember the formula, I would reason from the definition.
            I do not know exactly, though I'd measure it before I decide.
            I am not familiar with it. Let me say how I would find out.
            I have never used Kafka, I'd try it with one topic first.""",
        "employer": """
            My last manager was useless.
            My former boss was a complete idiot.
            Our management is incompetent.
            My old company was a nightmare.
            I left because of my stupid boss.
            I hated my manager.
            I couldn't stand my last boss.
            My previous employer was really terrible.
            Our whole team was lazy.
            My colleagues were clueless.
            My team lead was just awful.""",
        "slang": """
            What a bullshit metric.
            That library is crap.
            The docs are shitty.
            Dude, that is easy.
            I dunno what it does.
            The old code sucked.
            Honestly, that sucks.
            Users are idiots.
            It was a damn mess.
            It ain't hard.
            I was really pissed off.""",
        "pay": """
            What about the salary?
            What is the salary for this job?
            How much do you pay?
            How much would you pay somebody like me?
            What does this job pay?
            Before we go on, what's the pay?
            What about pay?
            When can we talk about my salary?
            Do you offer stock to engineers?
            What is the salary range for seniors and what's the bonus?
            Is the compensation for this role fixed?""",
    }
)

TRAPS: Final = MappingProxyType(
    {
        "hedge": """
            Maybe 200 rows are enough.
            It took perhaps a week.
            Probably about ten users complained.
            Users write words like maybe and perhaps.
            The label said “probably spam”.
            The most probable class wins.
            We guess the next word.
            The model must guess the label.
            She may be right.
            The probability is high.
            Something was wrong with the join.""",
        "overclaim": """
            There is no guarantee.
            I can't promise that it is 100 percent accurate.
            Gradient descent is guaranteed to converge here.
            A model that is 100% accurate on its training data has memorised it.
            No classifier is a hundred percent accurate.
            A test that never fails is useless.
            It never fails silently.
            I would never guarantee a date.
            If somebody claims that it always works, I ask for the data.
            Nobody can know everything about a domain.
            I never touch the test set.
            They said it is always right.
            A model that never fails and is always right does not exist.
            It never converged.
            The accuracy is 92 percent.""",
        "honest": """
            I don't know.
            They don't know what they want.
            I don't know why, honestly.
            I would look it up.
            I know how to find out.
            I haven't used it.
            I've never used it, and I never will.
            The model does not know the word.
            We check the input first.
            I'm familiar with it.""",
        "employer": """
            I had to kill the process.
            The data was dirty and terrible.
            My team built a stupid baseline first.
            A toxic comment reached my manager.
            Our model flags toxic comments for the company.
            The data from my company was terrible.
            My manager found the useless feature.
            A useless feature was dropped by our team.
            My boss asked a stupid question of the data.
            My company sells rubbish bins.
            The logs of our team were awful.
            My manager was strict and fair.
            I hated the long builds in my company.""",
        "slang": """
            I kill the process when it hangs.
            Start with a stupid baseline.
            The data was dirty.
            The fan sucks in dust.
            The pump sucks air from the tank.
            The comment says this is crap.
            The list has words such as shit and damn.
            People wrote that it sucks.
            An idiot-proof interface helps.
            The review said “bullshit”.
            Garbage in, garbage out.
            The parent process dumps its core.
            We dropped a dumb feature.""",
        "pay": """
            We built a salary prediction model.
            The discount, how much does it pay in the end?
            The column salary was missing.
            Salary is skewed, so I took the log.
            Pay attention to the base rate.
            We predict how much customers pay each month.
            The bonus is that it also runs faster.
            The discount pays for itself.
            Stock prices are noisy.
            The payment was blocked.
            People with a high salary answer less often.
            I compensated for the offset.""",
    }
)

REASONED: Final = """
    I take a tree because it is easy to read.
    Since the rows are few I keep it simple.
    I scale first so that no unit dominates.
    The reason is the skew.
    That's why I shuffle.
    It is noisy, therefore I smooth.
    Which means that we need more data.
    The gap was due to a leak.
    I choose recall, otherwise we miss patients.
    It depends on the cost.
    Given that labels are late, I wait."""

UNREASONED: Final = """
    I would use a tree.
    We chose the cloud.
    I'd take the median.
    First I clean, then I train.
    We used dropout.
    I start with a baseline.
    There are three options.
    It has twelve layers.
    I would try a few values.
    The label is binary."""

COUNTED: Final = """
    It took nine days.
    We saved 20% of the time.
    It had two hundred users.
    The model needs 30 ms per request.
    It fell from 6 complaints to one.
    We labelled 2000 images.
    It cost 40 euros a month.
    Half of the errors were gone.
    That doubled the speed.
    After three months we stopped.
    It was twice as fast."""

UNCOUNTED: Final = """
    One thing is clear.
    On the one hand it is fast.
    I use Python 3.
    There are two options.
    Set k to 5.
    It is one of them.
    We were number one.
    The first users came soon.
    The labels are 0 or 1.
    It took a while, some days.
    Two ways lead there."""

BARE: Final = """
    You could use ARIMA, or Prophet, or an LSTM, or a transformer.
    We had Kubernetes, Docker, Spark and Kafka.
    I know deep learning, transfer learning, federated learning, reinforcement learning.
    Big data, blockchain, MLOps and data mesh.
    I'd try XGBoost, LightGBM, CatBoost, random forests.
    Maybe BERT or GPT or a GAN or an autoencoder.
    With agile, scrum, DevOps and microservices.
    PCA, t-SNE, UMAP, DBSCAN, all of these.
    So LLMs, RAG, LangChain and a vector database.
    I'd take CNNs, RNNs, LSTMs, attention."""

EXPLAINED: Final = """
    I would use a random forest.
    ARIMA models one series, whereas an LSTM learns over many, and Prophet is easy, and a transformer needs more data.
    We used Spark because the logs are large, Kafka since they arrive all day, Airflow which starts it, and Docker.
    XGBoost, LightGBM and CatBoost differ in how they split.
    PCA, t-SNE, UMAP and DBSCAN help when there are too many columns.
    Docker and Kubernetes.
    A neural network learns its features.
    Deep learning needs data, transfer learning lets us borrow it.
    An LLM with RAG reads the manual first.
    BERT, GPT, GANs and autoencoders were compared on the same data."""


def sentences(block: str) -> list[str]:
    """One sentence a line."""
    return [line.strip() for line in block.strip().splitlines()]

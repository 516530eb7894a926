"""Phrases that show what a story or a question is about, and others that only look alike. `tags` searches for them."""

from __future__ import annotations

from typing import Final

SIGNS: Final = {
    "failure": (
        """
        fail / failure / mistake / went wrong / my fault / because of me / outage / broke production / rolled back
        / never reached / not have noticed / i should have / i regret / differently today
        """,
        """
        fail over / fail safe / failure mode / failure rate / failure detection / mistake rate
        """,
    ),
    "conflict": (
        """
        conflict / disagree / disagreement / disagreed / did not agree / didn't agree / we argued / they argued /
        dispute / quarrel / pushed back / push back / objected / refused / tension / harsh / your manager demanded
        """,
        """
        merge conflict / conflict of interest / conflict resolution / annotators disagree / labels disagree /
        models disagree / refused connection
        """,
    ),
    "leadership": (
        """
        i led / you led / led a / i was leading / lead a team / leads people / lead people / leadership / in
        charge / took the lead / i mentored / i coached / i delegated / i managed / i organised / my
        responsibility
        """,
        """
        led a user / led a query / led a model / i managed to
        """,
    ),
    "teamwork": (
        """
        teamwork / colleague / coworker / teammate / my team / our team / your team / another team / worked with /
        work with others / work closely / together with / pair programming / another field / another department
        """,
        "",
    ),
    "deadline": (
        """
        deadline / on time / in time / out of time / due date / launch date / under pressure / time pressure / at
        short notice / overnight / weekend / too late / two days left / tight schedule
        """,
        """
        on time series / in time series / overnight batch / overnight job
        """,
    ),
    "ethics": (
        """
        ethics / ethical / unethical / unfair / privacy / consent / discriminate / discrimination / seemed wrong /
        legal but / harm / worse for one group / not meant for / personal data
        """,
        """
        harmonic mean / privacy budget
        """,
    ),
    "learning": (
        """
        i learned / i have learned / i've learned / i learnt / lesson / taught myself / teach myself / had never
        used / had to learn / learned from / i did not know / i didn't know / you do not know / next time / since
        then i / something new
        """,
        """
        learned from data / learned from the data / learned from text / learned from images
        """,
    ),
    "customer": (
        """
        customer / client
        """,
        """
        customer churn / customer data / customer base / customer id / customer table / customer segment /
        customer record / customer lifetime / customer value / client side / client library / client server
        """,
    ),
    "initiative": (
        """
        nobody had asked / nobody asked / had not asked / hadn't asked / without being asked / own initiative /
        volunteered / i proposed / i suggested / on my own / beyond the task / not need it / not my job
        """,
        "",
    ),
    "persuasion": (
        """
        convinced / convince / persuaded / persuade / won them over / changed his mind / changed her mind /
        changed their mind / changed their minds / advised against / influence
        """,
        """
        influence function
        """,
    ),
    "ambiguity": (
        """
        ambiguous / ambiguity / unclear / nobody knew what / vague / no clear / kept changing / keep changing /
        unclear requirements / conflicting requirements
        """,
        "",
    ),
}
"""By tag: its phrases, parted by slashes and compared by the stems of their words, and those that are something else.
Of two that begin at one place the longer is taken."""

"""How a thought is spoken: reasons, and the frames of assumptions, alternatives, checks and conclusions.

`think_aloud` searches for them; how a frame is written stands in `frames`. They are our own, made on the bank's model
answers and the open half of the passages in tests/answers/thinking_aloud: a frame needs the speaker and a move ("I'll
treat", "let me check"), or the move's own turn of phrase ("as a sanity check"), never a bare word.
"""

from __future__ import annotations

from typing import Final

from simulator.analysis.english.frames import Frames
from simulator.analysis.english.word_lists import phrase_set

REASONING: Final = phrase_set(
    """
    because / since we / trade off / tradeoff / trade offs / tradeoffs / i assume / i'm assuming / assuming /
    assumption / therefore / the reason / which means / that means / so that / on the other hand / alternatively
    / instead / compared to / the downside / the advantage / the drawback / depends on / first / if we / let me
    check / let me think
    """
)

_CLASSES: Final = {
    # Who speaks, and how a plan is put.
    "we": "i|we",
    "one": "i|we|you",
    "now": "just|simply|also|first|then|now|therefore|only|still|even|probably|rather|definitely|actually|really"
    "|always|personally|quickly|maybe|perhaps|once_more",
    "shall": "would|will|am_going_to|are_going_to|am_gonna|should",
    "would": "{shall}|want_to|would_like_to|have_to|would_have_to|must|need_to|would_want_to|would_need_to|can|could",
    "past": "was|were|had|went|came|got|did|said|asked|loved|worked|stayed|started",
    # Small talk that begins as a move does: "I assume you know", "in conclusion I like".
    "chat": "you_know|you_have|you_all|you_would|i_have|i_am|i_was|so_many|it_is_fair",
    "hedged": "so|it|there|he|she|they|i|you|this|that_is|one",
    "aside": "mean|think|thought|guess|forget|forgot|may|might|could_be|should_say|was|were|had|did|am|never",
    "private": "i_like|i_love|i_had|i_have_been|i_was|we_were|we_had|it_was|it_is_been",
    "errand": "my|out|in_at|in_with|in_for|in_on|with_my|with_him|with_her|with_the_manager|with_someone",
    # What is taken as given, and who might have said it.
    "figure": "2|3|4|5|6|7|8|9|10|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    "|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|a_hundred",
    "number": "a|an|about|around|roughly|some|half|{figure}",
    "some": "some|a_few|few|several|one|two|three|1|2|3|my_first|first",
    "saying": "to|would|i|we|you|they|people|can|will|not|let|us|me|lawyers",
    "premise": "premise|assumption|understanding|definition|guess",
    "given": "said|told|gave|mentioned|specified|says|tells|mentions|mention|specify|say",
    "nobody": "nobody|nothing|no_one|no_1|none_of_you|you_have_not|you_did_not|not_been",
    "task": "question|brief|task|exercise",
    "how_much": "how_many|how_much|how_large|how_big|how_long|how_often|how_fast|how_old",
    "asked": "what|which|whether|who|how|where|if|why|when|about|one_thing|1_thing",
    # Ways of doing it, and how they compare.
    "several": "two|2|three|3|several|a_few|different",
    "option": "option|options|approach|approaches|way|ways|possibility|possibilities|route|choice|idea|candidate"
    "|solution|method|variant",
    "options": "{option}|candidates|routes|choices|ideas|solutions|methods|variants",
    "plain": "my_first|obvious|simple|simplest|slow|direct|naive|brute_force|cheapest|textbook|easy|crude",
    "comparative": "simpler|cheaper|easier|faster|quicker|slower|safer|harder|older|costlier|lighter|heavier|nicer"
    "|better|worse|more_accurate|more_expensive|more_precise|more_robust|more_honest|more_flexible|more_work|too_slow"
    "|too_expensive|awkward|{ruled_out}",
    "ruled_out": "hopeless|too_slow|too_expensive|overkill|out_of_the_question|no_good",
    "trade_off": "trade_off|tradeoff|trade_offs|tradeoffs",
    "contrast": "rather_than|instead_of|as_opposed_to",
    # Ways of finding out whether it is right.
    "verify": "check|verify|validate|test|confirm|double_check|cross_check|spot_check|sanity_check|recheck"
    "|cross_validate|eyeball|make_sure|see_whether|see_if|measure|evaluate|judge|inspect|replay|try_it|rerun|prove|hold_out|load_test"
    "|stress_test|dry_run|backtest",
    "trial": "canary|shadow|pilot|control_group|load_test|stress_test|a_b_test|split_test|dry_run|held_out|holdout"
    "|hold_out|test_set|back_test|gold_set|unit_test|unit_tests|replay|experiment|random_sample|random_samples"
    "|validation_set",
    "unsettled": "assume|assuming|suppose|say|sure|whether|if|that|hope|think|because|where|when|until",
    "equal": "equal|add_up|match|agree|come_out|sum_to|be_equal|be_the_same|be_zero|be_one|be_gone|give_the_same",
    # How it is decided.
    "decide": "choose|pick|go_with|go_for|settle_for|settle_on|recommend|propose|suggest|opt_for|stick_with|stick_to"
    "|start_with|start_from|start_simple|start_in|begin_with|begin_by|begin_in|begin_from|ship|roll_out|launch|deliver"
    "|end_up_with|bet_on|favour|favor|report|leave_it_at|decide_for|decide_on|lean_towards|prefer|vote_for|hand_over"
    "|put_my_money_on|buy|invest_in|release",
    "prefer": "choose|prefer|recommend|propose|suggest|favour|favor|opt_for|go_with|settle_on|settle_for|start_with"
    "|begin_with|decide|settle",
    "use": "use|take|keep|build|put|make|do|let|write|answer|return|combine|drop|move|involve|cut|replace|store|treat"
    "|say_so|leave|add|train|run|split|sort|label|clean|ask_for",
    "other_move": "like|love|hate|think|guess|know|mean|remember|feel|hope|wish|ask|wonder|thank|enjoy|had|say|not|need"
    "|have|lose|get|want|be|come_back|go_through|define|count|add_up|work_out|calculate|compute|look_at|show|draw|plot"
    "|explain|describe|{verify}",
    "so": "so|therefore|hence|thus|that_is_why|this_is_why|which_is_why|for_this_reason|for_that_reason"
    "|for_these_reasons|finally|ultimately|putting_it_together|putting_it_all_together|putting_this_together"
    "|all_of_this_up|all_this_up|taken_together|at_the_end_of_the_day|given_all_that|given_all_this|given_that"
    "|that_leaves_me_with|in_the_end|overall|{sum_up}",
    "sum_up": "in_conclusion|to_conclude|in_short|in_summary|to_sum_up|to_summarise|to_summarize|bottom_line|all_told"
    "|all_in_all|on_balance|so_overall|so_in_the_end|so_finally|so_all_in_all|the_upshot",
    "verdict": "choice|pick|recommendation|answer|plan|proposal|decision|advice|conclusion|verdict|vote|winner"
    "|favourite",
}

ASSUMPTIONS: Final = Frames.of(
    """
    # Said as such.
    {we} [{now}] assume|presume !{chat}
    {we} suppose !{chat}|{hedged}
    {we} [{now}] {would} [{now}] assume|suppose|presume|pretend|imagine !{chat}
    {we} {would} ... ... / [and] [{now}] assume|suppose|presume !{chat}
    {we} am|are [{now}] assuming|supposing|presuming|pretending|taking_it
    ~is|are|was|were|model|method|without|by assuming
    let us|me [{now}] assume|suppose|pretend|imagine|say|take_it !{chat}|hello|goodbye|something|thank|thanks
    let us|me [{now}] define|fix|pin_down|agree_on|restrict|limit|go_with|work_with|stick_to
    [so|and|but|then|okay|now] suppose|supposing ~is|was|i
    . [so|and|but|then|okay|now] say the|there|we|it|they|you|each|every|i|that|all|{number}
    / say {number} !words|thing|things
    ~{saying} say {figure}
    my|our|working|basic [first|main|only|working] {premise} is|would_be|here|of|:
    one|another|1|first|second assumption is|would_be|here
    on|under the|that premise|assumption|basis|understanding
    # Taken, treated, left out.
    {we} [{would}] take it that|as_given|for_granted
    {we} [{would}] take ... as_given|for_granted
    as_given
    {we} {would} [{now}] treat|consider|regard|count that|... as
    {we} {shall} [{now}] consider|regard that
    {we} am|are [{now}] treating|counting|taking|ignoring
    {we} [{now}] {shall} [{now}] ignore|leave_out|leave_aside|set_aside for_now|for_the_moment
    {we} [{now}] {shall} [{now}] work|go|go_ahead|proceed|act on_the_basis|as_if|from_the_premise|with_the_assumption
    # What the question leaves open.
    {nobody} [has|have|was|is|me|us] [been] {given}
    unless [i_am|you_tell|you|told|we_are|somebody] [me] told|otherwise|say
    {task}|text|you does_not|do_not|did_not|has_not say|specify|tell|mention|speak
    {task} leaves ... open
    leaves_open|left_open whether|how|what|which|if
    if {we} [have] understood|understand|got|read|hear you|it|this|that|the
    # Asked.
    {we} {would} [{now}] clarify|find_out|know|be_told
    {we} [{now}] clarify
    {we} [{now}] {would} [{now}] ask !for|my|myself
    {we} [{now}] ask [him|her|them|you] [first] {asked}
    begin|start by asking
    let me|us [{now}] ask|clarify
    may|can|could {we} [{now}] ask|check|clarify|confirm|take_it|assume
    could|can you tell|confirm|say|clarify
    . [then|so|and] {some} question|questions !is_what|of_all|was
    . [so|and|okay|right] may|can|could|should|do|are|am|must {one} ~know|mean|see|remember|imagine|believe ... ?
    . [so|and|okay|right] is|does|are|do ... ? {we} [{now}] {would} [{now}] assume|say|go_with|take
    . [so|and|okay|right] {how_much} ... ... ? {we} [{now}] {would} [{now}] assume|say|go_with|take
    """,
    _CLASSES,
)

ALTERNATIVES: Final = Frames.of(
    """
    # Named as a way.
    alternatively !known|called|spelled|spelt|named|written|referred|termed
    another|other|second|different|cheaper|simpler|older|third {option}|one|1|thing is|would|could|might|to_do|here
    another|different|cheaper|simpler|second {option} /
    the other is_to|would
    the|an|my|one|1|only alternative is|would|was|here|to_this|to_that|might|could|:
    is|are|be|as an|the|one|another alternative|option !route|road|hypothesis|medicine
    is|are|be|as a|one|another {comparative}|good|possible|second alternative !route|road|hypothesis|medicine
    the alternative to
    the other explanation|cause|reading
    ~say|says one|1 {option} is|would_be|could_be|might_be
    {plain} {option}|thing is|would|:
    {plain} version is|would_be|:
    . [a|the] [naive|brute|obvious] [force] {option} would
    option|plan|version|variant a|b|c|2|two
    there are|{we}_see|we_have {several} {option}
    / {several} {options} [then] :|.|to
    {we} have {several} {options}
    my first {option}|thought|instinct|choice|reflex
    my gut|instinct|intuition
    the|my|our|as_a|as_my [simple|simplest|first] baseline is|would_be|/|and|that
    is|are|as my|the|a|our [first] baseline|challenger
    strong|simple|good baseline
    against|versus|beside the|a|my [simple] baseline
    the challenger
    # One or the other.
    {we} could|can|may|might ... or !less|so|two|2|three|3|anything|something
    you could|might ... or !less|so|two|2|three|3|anything|something
    {one} can|could do it|this|that ... and|or {one} can|could
    {one}|one could|might ... but
    {we} could|might also|instead|just|even|equally !do_without
    either {one} ... or
    . or {we} !{aside}
    . instead {we} can|could|would|will
    it is|would_be either ... or
    should|shall|do {we} ... or
    might|may|could ... or ... might|may|could
    with ... {we} would ... with ... {we} would
    on the other|one hand
    compare|comparing both|the_two|the_2|all_three|two_of
    # One held against the other.
    {we} ~{past}|used|just ... {contrast} ~of
    {contrast} ~a|the|my ... {we} ~{past}
    {contrast} guess|guessing
    {we} ~{past}|used ... and|but not by|at|on|from|a
    compared with|to ~my|his|her|our|what ... would|needs|costs|takes|gives
    {trade_off} is|here|throughout|of|:
    it|there is [a] [real|classic] {trade_off}
    ~variance {trade_off} between
    instead saves|costs|would_save|would_cost|would_need|would_take|would_be
    whereas ... would|me|us|we|i
    although|though ... would_be|is|are {comparative}
    is|are|would_be|be {comparative} ... but|though|although
    is|are|would_be|be {comparative} ... . however|but|yet
    is|are [much|far|three_times|several_times|a_lot] {comparative} ... . ... though .|/
    but ... is|are|would_be {comparative}
    is|are|would_be|be|costs|takes {comparative} than
    can be {comparative}
    . faster|simpler|cheaper|better|easier|quicker is
    or|and [even] simplest|simpler|better|cheaper still|of_all|yet
    has_to|must beat
    works|would_work ... but
    a|the|another * [*] could|might ... but|yet
    # Left, or taken though another was near.
    {we} [would|have] [{now}] considered|thought_about|thought_of|ruled_out|rejected|discarded|toyed_with
    {we} was|were [{now}] tempted|going_to|about_to
    {we} am tempted
    it_is|would_be|is|be tempting
    decided|decide|argued against
    {we} {would} [{now}] rule_out|reject|discard
    {we} would|do not rely_on|trust|use
    at first {we} wanted|thought|would|was|tried|meant
    {we} do|would|will not [{now}] want|take|use|need|go|write ... but
    {we} do|would|will not ... by_hand|instead
    {we} [would] [{now}] prefer ... over|to|since|because|than|rather|otherwise
    {we} would rather ... than
    is|are|would_be {ruled_out}
    maybe|perhaps {we} do_not [even] need
    ~i|we|you|they|he|she|what|who|it|that|this would_do
    would|may|might [be] enough|sufficient|all_that_is_needed
    would_also_work|might_also_work
    perhaps|maybe ... is enough|sufficient
    """,
    _CLASSES,
)

CHECKS: Final = Frames.of(
    """
    # What one would do, or does now.
    {we} [{now}] [{would}] [{now}] {verify} !{errand}
    {we} [{now}] [{would}] [{now}] compare ... with|against|to
    and|then|{would} {verify} !{errand} ... whether|that|if|against|on
    let me|us [{now}] {verify}|try|trace|do_the_sum|run_through|plug|work_it ~my|with
    let me|us [{now}] walk|go through it|this|that|them|the|one|an|a|with
    {we} {shall} write|add|do|run [some|a|two|a_few] [unit|small] tests|test
    {we} [{would}] [{now}] follow|compute|do|go_through|work ... by_hand
    {we} [{now}] {shall}|want_to|need_to|keep|hold|start|run|label|need|do|make ... {trial}
    {we} would expect|look_for ~to_be_paid
    measure|measures [the|their] agreement
    to convince_myself|be_sure|make_sure|double_check|verify|validate
    ~used|want|have|need|had to|and see|find_out|tell|check|test whether|if
    # Announced.
    sanity|plausibility|quick|cross|reality|final|consistency check|test
    as a|another|my|last|final check|test !set|case
    my test|check would_be|is
    example|case to check
    . [other|quick|further|my|some|two|a|one] tests|checks|test|check ~ran|were|are_run|was|sum|in
    . [so|and|then|now] try|verify|validate|double_check
    . evaluation|validation|metrics :|.|in|first
    . for|in [the] evaluation|validation {we}
    . to check|test|judge|verify|prove /|whether|that|it|this
    . [i] [check|follow|compute] by_hand
    . [then|first|start|and] [a|an|in|with] {trial}
    a_b|split test ... decides
    # What must hold, and does.
    must|should|has_to [all] {equal}
    there should|must not|be
    by_hand ... right|good|fits
    ~{unsettled} that|it|so_it fits|matches|checks_out|adds_up|works_out|agrees|is_plausible|makes_sense|seems_right /
    gives|says|returns|shows * [*] as_well|too /
    . good|right|correct|fits .
    / good|right|which_is_right .
    does|is that|this make_sense|plausible|right|fit ? *
    {we} [would] know|see|tell|notice it|this|that ... works|working|holds|is_working
    know|knowing|see that|whether|if it|this ... works|working|good|holds
    {we} would|will know [that|if|whether]
    would {we} know
    how can|could|do|will {we} know|tell|see|be_sure that|whether|if|it_is|it_works
    """,
    _CLASSES,
)

CONCLUSIONS: Final = Frames.of(
    """
    # A decision.
    {we} {shall} [{now}] {decide} !my
    {we} [{now}] {prefer}
    {we} have decided|settled|opted
    {we} am|are [{now}] leaning|inclined|going_for|going_with
    {we} tend towards|to_prefer
    {we} ... and leave_it_at|live_with
    . [i_would|then|and] start|begin with|simple|in|small|from
    . first|1st version
    # What follows.
    {so} [then] {we} [{now}] [{shall}] [{now}] {use} !my
    {so} ... {we} {shall} [{now}] {decide}|{use} !my
    {so} [then] {we} {shall} [{now}] begin|start !my|to|with_my
    {sum_up} !{private} ... is|are|would|will|should|costs|needs
    comes|boils|come|boil down to
    # The answer, named as such.
    my [final|first|own|clear] {verdict} is|would_be|:|by|has|here
    {so} the answers are
    the [final|short|best|whole] answer|upshot|winner|conclusion|verdict|recommendation is|would_be|:|becomes|then
    is|are|would_be my|the_clear {verdict}
    this|that would_be|is my {verdict}
    is|are|be what|the_one|where {we} would
    what {we} would ... is
    wins /|here|hands_down
    ~what|how|where|that|as|if|than|wherever|whatever|whether|like|because|since|and|or it_is /|then
    """,
    _CLASSES,
)

CHOICES_BETWEEN: Final = Frames.of(
    """
    / [so|then|here|but] [{now}] {we} would|will|am_going_to [{now}] !{other_move}
    money|time|speed|cost|that|this|which|simplicity|accuracy decides|matters_more|settles_it
    """,
    _CLASSES,
)
"""What concludes only where alternatives were named before: "I'd fill them in"."""

"""How a thought is spoken: reasons, and the frames of assumptions, alternatives, checks and conclusions.

`think_aloud` searches for them; how a frame is written stands in `frames`. They are our own, made on the bank's model
answers and the marked passages in tests/answers/thinking_aloud: a frame needs the speaker and a move ("I'll treat",
"let me check"), or the move's own turn of phrase ("as a sanity check"), never a bare word.
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
    "we": "i|we",
    "one": "i|we|you",
    "now": "just|simply|also|first|then|now|therefore|only|still|even|probably|rather|definitely|actually|really"
    "|always|personally|quickly|maybe|perhaps|once_more",
    "would": "would|will|am_going_to|are_going_to|want_to|would_like_to|should|have_to|would_have_to|must|need_to"
    "|would_want_to|would_need_to|am_gonna|can|could",
    "shall": "would|will|am_going_to|are_going_to|am_gonna|should",
    "chat": "you_know|you_have|you_all|you_would|i_have|i_am|i_was|so_many|it_is_fair",
    "given": "said|told|gave|mentioned|specified|says|tells|mentions|mention|specify|say",
    "nobody": "nobody|nothing|no_one|no_1|none_of_you|you_have_not|you_did_not|not_been",
    "option": "option|options|approach|approaches|way|ways|possibility|possibilities|route|choice|idea|candidate"
    "|solution|method|variant",
    "comparative": "simpler|cheaper|easier|faster|quicker|slower|safer|harder|older|costlier|lighter|heavier|nicer"
    "|more_accurate|more_expensive|more_precise|more_robust|more_honest|more_flexible|more_work|better|worse|too_slow"
    "|too_expensive|awkward|hopeless|overkill",
    "past": "was|were|had|went|came|got|did|said|asked|loved|worked|stayed|started",
    "number": "a|an|about|around|roughly|some|half|{figure}",
    "figure": "2|3|4|5|6|7|8|9|10|one|two|three|four|five|six|seven|eight|nine|ten"
    "|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|ninety|a_hundred",
    "verify": "check|verify|validate|test|confirm|double_check|cross_check|spot_check|sanity_check|eyeball|recheck"
    "|make_sure|see_whether|see_if|measure|evaluate|inspect|cross_validate|replay|try_it|rerun|prove"
    "|judge|hold_out|load_test|stress_test|dry_run|backtest",
    "trial": "canary|shadow|pilot|control_group|load_test|a_b_test|dry_run|held_out|holdout|hold_out|test_set|back_test"
    "|gold_set|unit_test|unit_tests|stress_test|replay|experiment|random_sample|random_samples|validation_set",
    "decide": "choose|pick|go_with|go_for|settle_for|settle_on|recommend|propose|suggest|opt_for|stick_with|stick_to"
    "|start_with|start_from|start_simple|start_in|begin_with|begin_by|begin_in|begin_from|ship|roll_out|launch|deliver"
    "|end_up_with|bet_on|favour|favor|report|leave_it_at|decide_for|decide_on|lean_towards|put_my_money_on|prefer"
    "|vote_for|hand_over|buy|invest_in|release",
    "use": "use|take|keep|build|put|make|do|let|write|answer|return|combine|drop|move|involve|cut|replace|store|treat"
    "|say_so|leave|add|train|run|split|sort|label|clean|ask_for",
    "so": "so|therefore|hence|thus|that_is_why|this_is_why|which_is_why|for_this_reason|for_that_reason"
    "|for_these_reasons|in_the_end|overall|all_told|all_in_all|on_balance|in_conclusion|to_conclude|in_short|in_summary"
    "|to_sum_up|to_summarise|to_summarize|bottom_line|finally|putting_it_together|putting_it_all_together"
    "|putting_this_together|all_of_this_up|all_this_up|taken_together|at_the_end_of_the_day|given_all_that|given_all_this"
    "|given_that|ultimately|that_leaves_me_with",
    "sum_up": "in_conclusion|to_conclude|in_short|in_summary|to_sum_up|to_summarise|to_summarize|bottom_line|all_told"
    "|all_in_all|on_balance|so_overall|so_in_the_end|so_finally|so_all_in_all|the_upshot",
    "private": "i_like|i_love|i_had|i_have_been|i_was|we_were|we_had|i_think_it_is_a_good_question|it_was|it_is_been",
    "chatter": "my|out|in_at|in_with|in_for|in_on|with_my|with_him|with_her|with_the_manager|with_someone",
    "need": "need|have|lose|get|want|be|come_back|go_through|define|count|add_up|work_out|calculate|compute|look_at|show|draw|plot|explain|describe",
    "like": "like|love|hate|think|guess|know|mean|remember|feel|hope|wish|ask|check|wonder|thank|enjoy|had|have_been|say",
}  # fmt: skip

ASSUMPTIONS: Final = Frames.of(
    """
    {we} [{now}] assume|presume !{chat}
    {we} suppose|imagine !{chat}|so|it
    {we} [{now}] {would} [{now}] assume|suppose|presume|pretend|imagine !{chat}
    {we} am|are [{now}] assuming|supposing|presuming|pretending|taking_it !{chat}
    ~is|are|was|were|model|method|without|by assuming
    let us|me [{now}] assume|suppose|pretend|imagine|say|take_it !{chat}|hello|goodbye|something|thank|thanks
    let us|me [{now}] define|fix|pin_down|agree_on|restrict|limit|go_with|work_with|stick_to
    [so|and|but|then|okay|now] suppose|supposing ~is|was|i
    . [so|and|but|then|okay|now] say the|a|an|there|we|it|they|you|each|every|i|that|all|{number}
    / say {number} !words|thing|things
    ~to|would|i|we|you|they|people|can|will|not|let|us|me|lawyers say {figure}
    my|our|working|basic [first|main|only|working] assumption|premise|understanding|definition|guess is|would_be|here|of|:
    one|another|1|first|second assumption is|would_be|here
    on|under the|that assumption|premise|basis|understanding
    {we} [{would}] take it that|as_given|for_granted
    {we} [{would}] take ... as_given|for_granted
    {we} {would} [{now}] treat|consider|regard|count that|... as
    {we} {shall} [{now}] consider|regard that
    {we} am|are [{now}] treating|counting|taking|ignoring
    {we} [{now}] {shall} [{now}] ignore|leave_out|leave_aside|set_aside for_now|for_the_moment
    {we} [{now}] {shall} [{now}] work|go|go_ahead|proceed|act on_the_basis|as_if|from_the_premise|with_the_assumption
    {nobody} [has|have|was|is|me|us] [been] {given}
    unless [i_am|you_tell|you|told|we_are|somebody] [me] told|otherwise|say
    question|brief|task|exercise|text|you does_not|do_not|did_not|has_not|leaves_open say|specify|tell|mention|whether|speak
    question|brief|task|exercise leaves ... open
    leaves_open|left_open whether|how|what|which|if
    if {we} [have] understood|understand|got|read|hear you|it|this|that|the
    as_given
    {we} {would} [{now}] clarify|find_out|know|be_told !who_is_who
    {we} [{now}] clarify
    {we} [{now}] {would} [{now}] ask !for|my|myself
    {we} [{now}] ask [him|her|them|you] [first] what|which|whether|who|how|where|if|why|when|about|one_thing|1_thing
    begin|start by asking
    let me|us [{now}] ask|clarify
    may|can|could {we} [{now}] ask|check|clarify|confirm|take_it|assume
    could|can you tell|confirm|say|clarify
    . [then|so|and] some|a_few|few|two|2|three|3|one|1|my_first|first|several questions|question !is_what|of_all|was
    . [so|and|okay|right] may|can|could|should|do|are|am|must {one} ~know|mean|see|remember|imagine|believe ... ?
    . [so|and|okay|right] is|does|are|do ... ? {we} [{now}] {would} [{now}] assume|say|go_with|take
    """,
    _CLASSES,
)

ALTERNATIVES: Final = Frames.of(
    """
    alternatively !known|called|spelled|spelt|named|written|referred|termed
    another|other|second|different|cheaper|simpler|older|third {option}|one|1|thing is|would|could|might|to_do|here
    another|different|cheaper|simpler|second {option} /
    the other is_to|would
    the|an|my|one|1|only alternative is|would|was|here|to_this|to_that|might|could|:
    is|are|be|as an|the|one|another alternative|option !route|road|hypothesis|medicine
    ~say|says one|1 {option} is|would_be|could_be|might_be
    my_first|obvious|simplest|naive|brute_force|cheapest|textbook|easy|crude {option}|thing is|would|:
    . [a|the] [naive|brute|obvious] [force] {option} would
    option|plan|version|variant a|b|c|2|two
    there are|i_see|we_have|{we} see two|2|three|3|several|a_few|different {option}
    {we} have two|2|three|3|several|a_few {option}
    i|we could|can|may|might ... or !less|so|two|2|three|3|anything|something
    you could|might ... or !less|so|two|2|three|3|anything|something
    {one} can|could do it|this|that ... and|or {one} can|could
    i|we|you|one could|might ... but
    either {one} ... or
    it is|would_be either ... or
    should|shall|do {we} ... or
    might|may|could ... or ... might|may|could
    with ... {we} would ... with ... {we} would
    {we} ~{past}|used|just ... rather_than|instead_of|as_opposed_to ~of
    rather_than|instead_of|as_opposed_to ~a|the|my ... {we} ~{past}
    rather_than|instead_of guess|guessing
    {we} ~{past}|used ... and|but not by|at|on|from|a
    compared with|to ~my|his|her|our|what ... would|needs|costs|takes|gives
    compare|comparing both|the_two|the_2|all_three|two_of
    against|versus|beside the|a|my [simple] baseline
    the|my|our|as_a|as_my [simple|simplest|first] baseline is|would_be|/|and|that
    is|are|as my|the|a|our [first] baseline|challenger
    strong|simple|good baseline
    the challenger
    {we} [would|have] [{now}] considered|thought_about|thought_of|ruled_out|rejected|discarded|toyed_with
    {we} was|were [{now}] tempted|going_to|about_to
    {we} am tempted
    it_is|would_be|is|be tempting
    decided|decide|argued against
    {we} {would} [{now}] rule_out|reject|discard
    at first {we} wanted|thought|would|was|tried|meant
    my first {option}|thought|instinct|choice|reflex
    my gut|instinct|intuition
    {we} do|would|will not [{now}] want|take|use|need|go|write ... but
    {we} do|would|will not ... by_hand|instead
    on the other|one hand
    trade_off|tradeoff is|here|throughout|of|:
    it|there is [a] [real|classic] trade_off|tradeoff
    ~variance trade_off|tradeoff between
    whereas ... would|me|us|we|i
    although|though ... would_be|is|are {comparative}
    is|are|would_be|be {comparative} ... but|though|although
    is|are|would_be|be|costs|takes {comparative} than
    {we} [would] [{now}] prefer ... over|to|since|because|than|rather|otherwise
    {we} would rather ... than
    or|and [even] simplest|simpler|better|cheaper still|of_all|yet
    maybe|perhaps {we} do_not [even] need
    ~i|we|you|they|he|she|what|who|it|that|this would_do
    would|may|might [be] enough|sufficient|all_that_is_needed
    would_also_work|might_also_work
    perhaps|maybe ... is enough|sufficient
    works|would_work ... but
    a|the|another * [*] could|might ... but
    is|are|would_be hopeless|too_slow|too_expensive|overkill|out_of_the_question|no_good
    but ... is|are|would_be {comparative}
    the alternative to
    the other explanation|cause|reading
    {we} could|might also|instead|just|even|equally|as_well !do_without
    can be {comparative}|quicker_still
    """,
    _CLASSES,
)

CHECKS: Final = Frames.of(
    """
    {we} [{now}] [{would}] [{now}] {verify} !{chatter}
    {we} [{now}] [{would}] [{now}] compare ... with|against|to
    and|then {verify} !{chatter} ... whether|that|if|against|on
    {would} {verify} !{chatter} ... whether|that|if|against|on
    let me|us [{now}] {verify}|try|trace|do_the_sum|run_through|plug|work_it ~my|with
    let me|us [{now}] walk|go through it|this|that|them|the|one|an|a|with
    sanity|plausibility|quick|cross|reality|final|consistency check|test
    as a|another|my|last|final check|test !set|case
    . [other|quick|further|my|some|two] tests|checks|test|check ~ran|were|are_run|was|sum|in
    . [so|and|then|now] try|verify|validate|double_check
    . evaluation|validation|metrics :|.|in|first
    . for|in [the] evaluation|validation {we}
    measure|measures [the|their] agreement
    to convince_myself|be_sure|make_sure|double_check|verify|validate
    . to check|test /|whether|that|it|this
    ~used|want|have|need|had to|and see|find_out|tell|check|test whether|if
    . [i] [check|follow|compute] by_hand
    {we} [{would}] [{now}] follow|compute|do|go_through|work ... by_hand
    by_hand ... right|good|fits
    must|should|has_to [all] equal|add_up|match|agree|come_out|sum_to|be_equal|be_the_same|be_zero|be_gone|give_the_same|be_one
    there should|must not|be
    that|it|so_it fits|matches|checks_out|adds_up|works_out|agrees|is_plausible|makes_sense|seems_right /
    gives|says|returns|shows * [*] as_well|too /
    . good|right|correct|fits .
    / good|right|which_is_right .
    does|is that|this make_sense|plausible|right|fit ? *
    {we} [{now}] {shall}|want_to|need_to|keep|hold|start|run|label|need|do|make ... {trial}
    . [then|first|start|and] [a|an|in|with] {trial}
    {we} [would] know|see|tell|notice it|this|that ... works|working|holds|is_working
    know|knowing|see that|whether|if it|this ... works|working|good|holds
    {we} would|will know [that|if|whether]
    would {we} know
    example|case to check
    {we} would expect|look_for ~to_be_paid
    """,
    _CLASSES,
)

CONCLUSIONS: Final = Frames.of(
    """
    {we} {shall} [{now}] {decide} ~a_friend|my
    {we} [{now}] choose|prefer|recommend|propose|suggest|favour|favor|opt_for|go_with|settle_on|settle_for|start_with|begin_with
    {so} [then] {we} [{now}] [{shall}] [{now}] {use} ~my
    {so} ... {we} {shall} [{now}] {decide}|{use} ~my
    {sum_up} !{private} ... is|are|would|will|should|costs|needs
    my [final|first|own|clear] choice|pick|recommendation|answer|plan|proposal|decision|advice|conclusion|vote|verdict|proposal is|would_be|:|by|has|here
    the [final|short|best|whole] answer|upshot|winner|conclusion|verdict|recommendation is|would_be|:|becomes|then
    is|are|would_be my|the_clear pick|choice|answer|recommendation|favourite|winner
    this|that would_be|is my pick|choice|answer|recommendation
    wins /|here|hands_down
    ~what|how|where|that|as|if|than|wherever|whatever|whether|like|because|since|and|or it_is /|then
    is|are|be what|the_one|where {we} would
    what {we} would ... is
    {we} am|are [{now}] leaning|inclined|going_for|going_with
    {we} tend towards|to_prefer
    comes|boils|come|boil down to
    {we} [have] decide|settle|settled|opted
    {we} have decided
    . [i_would|then|and] start|begin with|simple|in|small|from
    . first|1st version
    {we} ... and leave_it_at|live_with
    """,
    _CLASSES,
)

CHOICES_BETWEEN: Final = Frames.of(
    """
    / [so|then|here|but] [{now}] {we} would|will|am_going_to [{now}] !{like}|{verify}|{need}|not
    money|time|speed|cost|that|this|which|simplicity|accuracy decides|matters_more|settles_it
    """,
    _CLASSES,
)
"""A choice where alternatives were weighed before: "I'd fill them in"."""

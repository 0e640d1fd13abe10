/**
 * Words of AWS's messages and of Rolewire's own sentences. Somebody may have given a role such a name; in a sentence it is taken
 * for the word.
 */
const WORDS: ReadonlySet<string> = new Set(
  (
    'a an and or the this that these those it its is are was were be been being has have had do does did not no none any ' +
    'all each every some more most only also as at by for from in into of off on out over to under up with without within ' +
    'can cannot could may might must shall should will would if then else when where which who whose why how because but ' +
    'so than there here you your we our they their ' +
    'aws amazon ec2 iam sts ssm s3 emr eks ecs rds sns sqs kms vpc scp arn cli api sdk ' +
    'account accounts access action actions allow allowed allows already answer answers api-call application apply arn ' +
    'assume assumed assumed-role assumerole attach attached authenticate authentication authorization authorized ' +
    'availability based batch bad boundary bucket call called caller calling case changed client cluster code command ' +
    'complete condition conditions configuration configured conflict console context create created credential ' +
    'credentials default delete deleted denied deny details did different disabled document does duplicate elastic ' +
    'enabled encoded environment error errors exceeded exception exist exists expired explicit explicitly failed failure ' +
    'file files find finds first follow format found function gone group groups hidden host id ids identifier identity ' +
    'identity-based image incomplete incorrect input instance instance-profile instances internal invalid issue item ' +
    'json key keys language last launch launches length less level limit limits link list listed live long malformed ' +
    'managed many maximum member message metadata missing mode name named names network new non-existent null number ' +
    'object occurred operation operations option order organization organizations other output own owner page parameter ' +
    'parameters part parts pass passed passrole path pattern pending perform permission permissions permissions-boundary ' +
    'policies policy prefix present principal principals profile profiles provided public query quota rate read ' +
    'reading reason region regions reply request requested requests required resource resource-based resources response ' +
    'retry role roles root run running same sample satisfy security see server service service-linked services session ' +
    'set setting shutting-down size source specified state statement statements status stop stopped string subject such ' +
    'sum supplied support supported system table tag tags temporary template templates terminated text throttled ' +
    'throttling time times token too true trust try type types unable unknown unused up update used user users using ' +
    'valid validate validation value values version versions wait web-identity what works wrong zone'
  ).split(/\s+/),
);

export function isMessageWord(text: string): boolean {
  return WORDS.has(text.toLowerCase());
}

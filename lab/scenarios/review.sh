# One walk over all that differs, at a real terminal: apply, adopt, ignore, skip, with the difference at hand. What is left to be
# planned is what nobody decided.
# shellcheck shell=bash disable=SC2154 # checks.sh sets what is used here
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

screen=$work/typescript

# review ANSWER…: what a person types, a line each; the last answers are those to the plan of what is to be applied
review() {
  local code=0
  printf '%s\n' "$@" | timeout 300 script -qec "$checkout/twin review" "$screen" >/dev/null || code=$?
  echo "$code"
}
shown() { grep -qF -- "$1" "$screen" || { cat "$screen"; return 1; }; }
state_says() { grep -qF -- "$2" "$repo/state/$1.yaml" || { cat "$repo/state/$1.yaml"; return 1; }; }

echo one >/etc/review-1
echo two >/etc/review-2
echo three >/etc/review-3
echo four >/etc/review-4
twin init >/dev/null
for number in 1 2 3 4; do echo changed >>/etc/review-$number; done
sed -i 's|^  - path: /etc/review-2$|  # what alice says of it\n&|' "$repo/state/files.yaml"

check_exit 8 'without a terminal nobody can be asked' twin review
check 'and the commands for scripts are named' said 'twin apply --only KEY'

check 'who goes away' same 8 review a
check 'has decided nothing' shown 'nothing was done'
check_exit 2 'so all four are planned still' twin plan
check '  the first' said '/etc/review-1'
check '  the last' said '/etc/review-4'

# The four in order: apply, see the difference and adopt, ignore, skip; then yes to the plan.
check 'a walk with one of each ends as apply does' same 0 review a d t i s y
check 'the difference was shown' shown '-changed'
check 'with what apply would do' shown 'apply would'
check 'what was applied is as wished' same one cat /etc/review-1
check 'what was adopted is as it was' same "$(printf 'two\nchanged')" cat /etc/review-2
check 'and is wished now' same "$(printf 'two\nchanged')" cat "$repo/filesystem/etc/review-2"
check 'the comment beside it is where it was' state_says files '  # what alice says of it'
check 'what is ignored is as it was' same "$(printf 'three\nchanged')" cat /etc/review-3
check_exit 2 'the next plan' twin plan
check 'is what was left' same '  ~ write /etc/review-4' grep -oE '^  [+~-] [a-z]+ /etc/review-[0-9]' "$out"
check 'all of it is committed' clean

echo more >/etc/review-5
echo five >>/etc/review-1
check 'a second walk: back, another word, and nobody there to approve of the plan' same 8 review a b t a q
check 'what was decided anew is wished' same "$(printf 'one\nfive')" cat "$repo/filesystem/etc/review-1"
check 'what was not approved is not done' same "$(printf 'four\nchanged')" cat /etc/review-4
check_exit 0 'all the rest can be decided by commands: adopt' twin adopt files:/etc/review-4
check_exit 0 '  ignore' twin ignore files:/etc/review-5
check_exit 0 'then nothing is to be done' twin plan
check 'and a walk has nothing to ask' same 0 review

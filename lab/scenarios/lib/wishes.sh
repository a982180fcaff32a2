# How the scenarios edit state/: as a person would, with a text tool.
# shellcheck shell=bash disable=SC2154 # checks.sh sets what is used here

# forget FRAGMENT FIRST-LINE: take the entry that begins so, as "name: cron.service", out of state/FRAGMENT.yaml
forget() {
  local file=$repo/state/$1.yaml
  awk -v first="- $2" '
    { text = $0; sub(/^ */, "", text); depth = length($0) - length(text); gsub(/"/, "", text) }
    text == first { gone = 1; at = depth; next }
    gone && depth > at { next }
    { gone = 0; print }' "$file" >"$work/edited"
  not cmp -s "$work/edited" "$file"
  cat "$work/edited" >"$file"
}

# wish FRAGMENT ENTRY: append an entry, in flow style, to state/FRAGMENT.yaml
wish() {
  sed -i 's/^\([a-z_]*\): \[\]$/\1:/' "$repo/state/$1.yaml"
  echo "  - {$2}" >>"$repo/state/$1.yaml"
}

# content_of PATH: stdin becomes the wished content of a file
content_of() {
  mkdir -p "$(dirname "$repo/filesystem$1")"
  cat >"$repo/filesystem$1"
}

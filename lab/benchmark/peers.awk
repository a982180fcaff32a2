# From lines "SIZE WHAT CPU-SECONDS MIB": the medians, and each wanted ratio with whether it holds. Exit 1 if one does not.

{ cpu[$1 " " $2] = cpu[$1 " " $2] " " $3; memory[$1 " " $2] = memory[$1 " " $2] " " $4; rounds[$1 " " $2]++ }

function seen(size, what) { return (size " " what) in cpu }
function median(size, what) { return median_of(cpu[size " " what]) }
function mib(size, what) { return median_of(memory[size " " what]) }
function cell(size, what) { return seen(size, what) ? sprintf("%.3f", median(size, what)) : "" }

function row(words, what) { printf "| %s | %s | %s |\n", words, cell("s", what), cell("l", what) }

function verdict(words, value, unit, sign, limit,   holds) {
  holds = sign == "<=" ? value <= limit : value >= limit
  printf "| %s | %.2f%s | %s %s%s | %s |\n", words, value, unit, sign == "<=" ? "at most" : "at least", limit, unit, holds ? "holds" : "does not hold"
  if (!holds) bad = 1
}

function cheaper(words, size, what, than, limit) {
  if (seen(size, than)) verdict(words, median(size, than) / median(size, what), " times cheaper", ">=", limit)
  else printf "| %s | not measured | | |\n", words
}

function times(words, size, what, than, limit) { verdict(words, median(size, what) / median(size, than), " times", "<=", limit) }

function per_file(what) { return 1000 * (median("l", what) - median("s", what)) / 9900 }

END {
  print "| | 100 packages, 100 files, CPU s | 500 packages, 10,000 files, CPU s |"
  print "| --- | ---: | ---: |"
  row("twin --version", "version")
  row("twin status", "status")
  row("twin status --full", "status-full")
  row("shell script", "shell")
  row("puppet apply --noop", "puppet")
  row("ansible-playbook --check", "ansible")
  row("sha256sum alone", "floor-sha256sum")
  row("dpkg-query alone", "floor-dpkg-query")
  row("git status alone", "floor-git")
  row("twin snapshot, unchanged", "snapshot")
  row("shell script with git, unchanged", "shell-snapshot")
  row("the same with systemctl --root=/", "shell-snapshot-offline")
  row("1,000 files changed: twin plan", "plan")
  row("1,000 files changed: twin apply --yes", "apply")
  row("1,000 files changed: puppet apply", "puppet-apply")
  printf "\nmedians of %d interleaved rounds; of %d for Puppet, Ansible and the changes\n\n", rounds["s status"], rounds["l apply"]
  print "| wanted | measured | limit | |"
  print "| --- | ---: | ---: | --- |"
  cheaper("small: status --full and puppet --noop", "s", "status-full", "puppet", 8)
  cheaper("small: status --full and ansible --check", "s", "status-full", "ansible", 100)
  times("large: status --full and the shell script", "l", "status-full", "shell", 2.5)
  cheaper("large: status --full and puppet --noop", "l", "status-full", "puppet", 20)
  times("large: status once more and the shell script", "l", "status", "shell", 1)
  verdict("a file, read: status --full", per_file("status-full"), " ms", "<=", 0.1)
  verdict("a file, known: status", per_file("status"), " ms", "<=", 0.1)
  verdict("most memory of status --full, large", mib("l", "status-full"), " MiB", "<=", 160)
  cheaper("1,000 of 10,000 files: apply and puppet apply", "l", "apply", "puppet-apply", 12)
  times("unchanged snapshot, small, and shell with git", "s", "snapshot", "shell-snapshot", 1.5)
  times("unchanged snapshot, large, and shell with git", "l", "snapshot", "shell-snapshot", 1.5)
  times("the same, large, with systemctl --root=/", "l", "snapshot", "shell-snapshot-offline", 1.5)
  exit bad
}

# From lines "WHAT CPU-SECONDS": the medians, and what a commit costs above a command that only reads.

{ values[$1] = values[$1] " " $2; rounds[$1]++ }

function median(what) { return median_of(values[what]) }

END {
  print "| | 10 files, CPU s | 10,000 files, CPU s |"
  print "| --- | ---: | ---: |"
  printf "| twin config get | %.3f | %.3f |\n", median("read-10"), median("read-10000")
  printf "| twin config set, which commits | %.3f | %.3f |\n", median("commit-10"), median("commit-10000")
  printf "| the commit, which is the difference | %.3f | %.3f |\n", median("commit-10") - median("read-10"),
    median("commit-10000") - median("read-10000")
  printf "| twin status --offline | %.3f | %.3f |\n", median("status-10"), median("status-10000")
  printf "| git commit | | %.3f |\n", median("git")
  printf "\nmedians of %d interleaved rounds; twin --version %.3f CPU s\n", rounds["version"], median("version")
}

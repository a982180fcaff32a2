# From lines "WHAT CPU-SECONDS": the medians, and how many times what a plain Picocli main costs twin does.

{ values[$1] = values[$1] " " $2; rounds[$1]++ }

function median(what) { return median_of(values[what]) }

function row(words, what) {
  printf "| %s | %.3f | %.3f | %.2f |\n", words, median(what), median("plain-" what), median(what) / median("plain-" what)
}

END {
  print "| | twin, CPU s | plain Picocli, CPU s | ratio |"
  print "| --- | ---: | ---: | ---: |"
  row("--version", "version")
  row("status --offline, 2,000 packages", "status")
  printf "\nmedians of %d interleaved rounds\n", rounds["version"]
}

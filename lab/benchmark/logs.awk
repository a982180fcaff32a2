# From lines "WHAT CPU-SECONDS MIB", where WHAT is large, small or tail: the medians and what the large log costs above the
# small one.

{ cpu[$1] = cpu[$1] " " $2; memory[$1] = memory[$1] " " $3; rounds[$1]++ }

function median(text) { return median_of(text) }

# A process that is over at once is not seen: its memory is 0.
function row(title, what,   most) {
  most = median(memory[what])
  printf "| %s | %.3f | %s |\n", title, median(cpu[what]), (most > 0 ? sprintf("%.1f", most) : "not seen")
}

END {
  if (!rounds["large"] || !rounds["small"] || !rounds["tail"]) { print "nothing was measured"; exit 1 }
  above = median(cpu["large"]) - median(cpu["small"])
  beside = median(cpu["tail"])
  print "| | CPU s | most memory, MiB |"
  print "| --- | ---: | ---: |"
  row("twin snapshot, a log of 1 GB", "large")
  row("twin snapshot, a log of 1 kB", "small")
  row("tail -n 200 of the 1 GB", "tail")
  printf "\nmedians of %d interleaved rounds\n", rounds["large"]
  printf "the last 200 lines of 1 GB cost twin %.3f CPU s above its start (ratio of the two snapshots: %.2f), tail %.3f\n",
    above, median(cpu["large"]) / median(cpu["small"]), beside
}

# From lines "PACKAGES:FILES WHAT CPU-SECONDS": the medians, the ratio of status to shell, the growth, and whether it is
# linear. Exit 1 if it is not.

{ values[$1 " " $2] = values[$1 " " $2] " " $3; rounds[$1 " " $2]++ }

function median(size, what,   n, list, i, j, t) {
  n = split(values[size " " what], list, " ")
  for (i = 2; i <= n; i++)
    for (j = i; j > 1 && list[j - 1] + 0 > list[j] + 0; j--) { t = list[j]; list[j] = list[j - 1]; list[j - 1] = t }
  return n % 2 ? list[(n + 1) / 2] + 0 : (list[n / 2] + list[n / 2 + 1]) / 2
}

function row(packages, files,   size) {
  size = packages ":" files
  printf "| %d | %d | %.3f | %.3f | %.1f |\n", packages, files, median(size, "status"), median(size, "shell"),
    median(size, "status") / median(size, "shell")
}

# The power of n by which the cost above `none` grows from `some` to four times as much: 1 linear, 2 quadratic.
function power(what, none, some, four) {
  return log((four - none) / (some - none)) / log(4)
}

function growth(what, unit, none, some, four, count,   verdict, p) {
  printf "%s: %.3f ms a %s", what, 1000 * (four - none) / count, unit
  if (four - none < 0.15 * none) {
    print "; too little to tell from nothing (under 15 % of the whole)"
  } else if (some <= none) {
    print "; linear or less: the first quarter cost nothing"
  } else {
    p = power(what, none, some, four)
    verdict = p < 1.5 ? "linear" : "NOT LINEAR"
    printf "; grows with the power %.2f: %s\n", p, verdict
    if (p >= 1.5 && what ~ /^twin/) bad = 1
  }
}

END {
  print "| packages | files | twin status, CPU s | shell, CPU s | ratio |"
  print "| ---: | ---: | ---: | ---: | ---: |"
  row(500, 0); row(500, 250); row(500, 500); row(500, 1000); row(500, 2000); row(0, 1000); row(2000, 1000)
  print "\nmedians of " rounds["500:1000 status"] " interleaved rounds; 20 services and 10 cron lines each\n"
  printf "twin at 500 packages and 1000 files: --version %.3f, status %.3f, plan %.3f, snapshot %.3f CPU s\n",
    median("500:1000", "version"), median("500:1000", "status"), median("500:1000", "plan"), median("500:1000", "snapshot")
  growth("twin by files", "file", median("500:0", "status"), median("500:500", "status"), median("500:2000", "status"), 2000)
  growth("shell by files", "file", median("500:0", "shell"), median("500:500", "shell"), median("500:2000", "shell"), 2000)
  growth("twin by packages", "package", median("0:1000", "status"), median("500:1000", "status"), median("2000:1000", "status"), 2000)
  growth("shell by packages", "package", median("0:1000", "shell"), median("500:1000", "shell"), median("2000:1000", "shell"), 2000)
  exit bad
}

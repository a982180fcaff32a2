# From lines "PACKAGES:FILES WHAT CPU-SECONDS": the medians, the ratio of status to shell, the growth, and whether it is
# linear. Exit 1 if it is not.

{ values[$1 " " $2] = values[$1 " " $2] " " $3; rounds[$1 " " $2]++ }

function median(size, what) { return median_of(values[size " " what]) }

function row(packages, files,   size) {
  size = packages ":" files
  printf "| %d | %d | %.3f | %.3f | %.1f |\n", packages, files, median(size, "status"), median(size, "shell"),
    median(size, "status") / median(size, "shell")
}

# How the cost above that of the smallest size grows from the second to the third, where what counts are `some` and `all`
# more than in the smallest: by the power 1 if linear, 2 if quadratic.
function growth(title, unit, what, smallest, second, some, third, all,   base, near, far, power) {
  base = median(smallest, what)
  near = median(second, what) - base
  far = median(third, what) - base
  printf "%s: %.3f ms a %s; ", title, 1000 * far / all, unit
  if (far < 0.15 * base) { print "too little to tell it from noise (under 15 % of the whole)"; return }
  power = near > 0 ? log(far / near) / log(all / some) : 9
  printf "grows with the power %.2f of the count: %s\n", power, power < 1.5 ? "linear" : "not linear"
  if (power >= 1.5 && what == "status") bad = 1
}

END {
  print "| packages | files | twin status, CPU s | shell, CPU s | ratio |"
  print "| ---: | ---: | ---: | ---: | ---: |"
  row(500, 0); row(500, 250); row(500, 500); row(500, 1000); row(500, 2000); row(500, 4000)
  row(4000, 0); row(16000, 0)
  print "\nmedians of " rounds["500:1000 status"] " interleaved rounds; 20 services and 10 cron lines each\n"
  printf "twin at 500 packages and 1000 files: --version %.3f, status %.3f, plan %.3f, snapshot %.3f CPU s\n",
    median("500:1000", "version"), median("500:1000", "status"), median("500:1000", "plan"), median("500:1000", "snapshot")
  growth("twin by files", "file", "status", "500:0", "500:1000", 1000, "500:4000", 4000)
  growth("shell by files", "file", "shell", "500:0", "500:1000", 1000, "500:4000", 4000)
  growth("twin by packages", "package", "status", "500:0", "4000:0", 3500, "16000:0", 15500)
  growth("shell by packages", "package", "shell", "500:0", "4000:0", 3500, "16000:0", 15500)
  exit bad
}

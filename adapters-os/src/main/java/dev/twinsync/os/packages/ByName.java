package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.port.Forecast;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of a request fails by its name or version alone. */
final class ByName {

    private ByName() {}

    /** One such would spoil the simulation of all. */
    static Map<String, Forecast> judged(Request request, Policy policy) {
        var judged = new TreeMap<String, Forecast>();
        request.wanted().forEach((key, version) -> {
            if (!policy.knows(key)) {
                judged.put(key, new Forecast.Unknown(missing(key, policy)));
            } else if (!has(policy, key, version)) {
                judged.put(
                        key,
                        new Forecast.Impossible("apt has no version " + version.orElseThrow() + " of " + key + ", only "
                                + String.join(", ", policy.of(key))));
            }
        });
        return judged;
    }

    private static String missing(String key, Policy policy) {
        return "package " + key + " in apt's lists"
                + (policy.mentions(key)
                        ? ", but others that provide or need it (which: apt-cache showpkg " + key
                                + "; to renew the lists: sudo apt-get update)"
                        : " (to renew them: sudo apt-get update)");
    }

    static boolean has(Policy policy, String key, Optional<PackageVersion> version) {
        return policy.knows(key)
                && version.map(exact -> policy.of(key).contains(exact.text())).orElse(true);
    }
}

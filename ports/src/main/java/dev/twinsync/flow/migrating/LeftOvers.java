package dev.twinsync.flow.migrating;

import java.util.List;
import java.util.Map;

/** What else stands in the predecessor's repository, and why nothing comes of it. */
record LeftOvers(OldHouse house, Ledger ledger) {

    private static final String SEEN = "is what was seen at some time; twin looks anew: twin snapshot";
    private static final String FACT = "says what the machine is, which is no wish; twin sees it by itself";
    private static final String LOGS = "is text of logs; twin takes its own: twin snapshot";
    private static final String PLANS =
            "is a plan of the predecessor, made of the machine as it was; make one anew: twin plan";
    private static final String FORMS = "is a form of the predecessor's documents; twin has its own";
    private static final String PLUGIN =
            "describes a plugin of the predecessor; nothing in a repository is loaded as code";
    private static final String UNUSED = "says what the predecessor did nothing with; if you want it, say it in ";

    /** By the beginnings of paths, the first that fits. */
    private static final List<Map.Entry<String, String>> REASONS = List.of(
            Map.entry("live/", SEEN),
            Map.entry("state/system.yaml", FACT),
            Map.entry("system/uname.txt", FACT),
            Map.entry("system/os-release", FACT),
            Map.entry("system/services/", SEEN),
            Map.entry("system/logs/", LOGS),
            Map.entry("logs/", LOGS),
            Map.entry("plan/", PLANS),
            Map.entry("plans/", PLANS),
            Map.entry("plan-", PLANS),
            Map.entry("schema/", FORMS),
            Map.entry("plugins/", PLUGIN),
            Map.entry(".gitignore", FORMS),
            Map.entry("state/", UNUSED));

    void tell() {
        house.entries().keySet().stream()
                .filter(path -> !house.wasUsed(path) || isFact(path))
                .forEach(path -> ledger.leaveOut(path, reason(path)));
    }

    /** What was read to find out which machine this is. */
    private static boolean isFact(String path) {
        return reason(path).equals(FACT) || path.equals("live/system.yaml");
    }

    private static String reason(String path) {
        return REASONS.stream()
                .filter(reason -> path.startsWith(reason.getKey()))
                .findFirst()
                .map(reason ->
                        reason.getValue().equals(UNUSED) ? UNUSED + path + ", see docs/formats.md" : reason.getValue())
                .orElse("is nothing that the predecessor knew; copy it yourself if it is to stay");
    }
}

package dev.twinsync.cli.manual;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the page of twin itself says of all commands. */
final class Surroundings {

    private static final Map<String, String> EXIT_STATUS = ordered(
            "0", "fine, or nothing to do",
            "1", "an error; nothing was changed",
            "2", "changes are pending",
            "3", "the plan no longer fits; nothing was changed",
            "4", "some actions failed",
            "5", "all that was changed was taken back",
            "6", "a person is needed",
            "7", "another twin is at work",
            "8", "refused",
            "64", "wrong usage",
            "130", "interrupted between two actions");

    private static final Map<String, String> ENVIRONMENT = ordered(
            "TWIN_REPO", "The twin repository, where --repo names none.",
            "TWIN_STATE", "Where twin keeps what is no business of the repository; of no effect for root.",
            "VISUAL, EDITOR", "What twin config edit starts.",
            "NO_COLOR", "Where it is set, nothing is coloured.");

    private static final Map<String, String> FILES = ordered(
            "~/twin-sync-device", "The twin repository, where neither --repo nor TWIN_REPO names one.",
            "~/.config/twin/policy.yaml", "What may happen without being asked.",
            "~/.local/state/twin", "Journals of runs, what undo brings back, and keys. Root's is /var/lib/twin.");

    private Surroundings() {}

    private static Map<String, String> ordered(String... words) {
        var map = new LinkedHashMap<String, String>();
        for (int at = 0; at < words.length; at += 2) {
            map.put(words[at], words[at + 1]);
        }
        return map;
    }

    static void describe(Roff roff) {
        section("EXIT STATUS", EXIT_STATUS, roff);
        section("ENVIRONMENT", ENVIRONMENT, roff);
        section("FILES", FILES, roff);
    }

    private static void section(String title, Map<String, String> entries, Roff roff) {
        roff.request("SH", title);
        entries.forEach((name, text) -> roff.request("TP").raw(Roff.bold(name)).line(text));
    }
}

package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.os.Facts;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.os.secrets.Veil;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sets up an add-on. What is not named stays as it is, and nothing is set where the Supervisor does not like a part of it. */
record Configuring(SupervisorApi api, SecretOnDisk files) {

    private static final Pattern GIVEN = Pattern.compile("(?s)[.,]? Got .*");

    void set(AddonFacts addon, AddonSettings wishes) throws IOException {
        var options = checked(addon, wishes);
        var body = Tree.map();
        options.ifPresent(merged -> body.put("options", merged.body()));
        wishes.boot().ifPresent(boot -> body.put("boot", boot.name().toLowerCase(Locale.ROOT)));
        wishes.autoUpdate().ifPresent(auto -> body.put("auto_update", Tree.literal(auto)));
        wishes.watchdog().ifPresent(watchdog -> body.put("watchdog", Tree.literal(watchdog)));
        if (!wishes.network().isEmpty()) {
            body.put("network", network(addon, wishes.network()));
        }
        try {
            api.post("addons/" + addon.slug() + "/options", body.build(), Patience.LOOK);
        } catch (NoAnswer no) {
            throw discreet(no, options.map(MergedOptions::veil).orElseGet(() -> MergedOptions.veil(addon)));
        }
    }

    /** Whoever refuses options repeats all that it was given, in a writing of its own: that part is left out. */
    private static NotDone discreet(NoAnswer no, Veil veil) {
        return new NotDone(
                no.fault() instanceof Fault.Refused refused
                        ? discreet(refused.message(), veil)
                        : veil.over(no.getMessage()));
    }

    private static String discreet(String message, Veil veil) {
        var words = veil.over(GIVEN.matcher(message).replaceFirst(""));
        return new Fault.Refused(0, words, "", Map.of(), "").sentence();
    }

    /** The options as they would be, which the Supervisor would take; empty: none are named. */
    Optional<MergedOptions> checked(AddonFacts addon, AddonSettings wishes) throws IOException {
        if (wishes.options().isEmpty()) {
            return Optional.empty();
        }
        var merged = MergedOptions.of(addon, wishes, files);
        Facts verdict;
        try {
            verdict = api.post("addons/" + addon.slug() + "/options/validate", merged.body(), Patience.CONTAINER);
        } catch (NoAnswer no) {
            throw discreet(no, merged.veil());
        }
        if (!verdict.at("valid").truth()) {
            throw new NotDone(addon.slug() + " does not take these options; "
                    + discreet(verdict.at("message").text(), merged.veil()));
        }
        return Optional.of(merged);
    }

    /** The Supervisor replaces all ports at once. */
    private static Tree network(AddonFacts addon, Map<String, Optional<Long>> wishes) {
        var ports = new TreeMap<String, Tree>();
        addon.facts().at("network").entries().forEach((port, host) -> ports.put(port, host.tree()));
        wishes.forEach(
                (port, host) -> ports.put(port, host.<Tree>map(Tree::literal).orElseGet(() -> Tree.literal(""))));
        var map = Tree.map();
        ports.forEach(map::put);
        return map.build();
    }
}

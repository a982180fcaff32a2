package dev.twinsync.domain.network;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.network.DesiredProfile.Present;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about one profile that is wanted. */
record ProfileDecision(Present wanted, LiveProfile seen) {

    private static final int ENOUGH = 4;

    static Step<NetworkAction> add(Present wanted) {
        var profile = wanted.whenNew();
        return masked(wanted, Settings.NONE)
                .or(() -> missingSecret(wanted, SecretNeed.of(profile)))
                .<Step<NetworkAction>>map(why -> new Step.Blocked<>(wanted.key(), why))
                .orElseGet(() -> new Step.Do<>(new Add(profile, wanted.secrets()), "declared present, not there"));
    }

    Optional<Step<NetworkAction>> step() {
        var now = seen.profile();
        if (!wanted.type().equals(now.type())) {
            return blocked("it is of the type " + now.type() + ", and no profile changes its type; declare it absent,"
                    + " and another one with a new uuid");
        }
        var then = wanted.over(now);
        if (then.equals(now)) {
            return Optional.empty();
        }
        return seen.whyFixed()
                .or(() -> masked(wanted, now.settings()))
                .or(() -> missingSecret(wanted, newNeeds(then)))
                .map(this::blocked)
                .orElseGet(
                        () -> Optional.of(new Step.Do<>(new Change(then, wanted.secrets()), differences(then, now))));
    }

    private Optional<Step<NetworkAction>> blocked(String why) {
        return Optional.of(new Step.Blocked<>(wanted.key(), why));
    }

    /** A secret that was needed already is there, or it is no worse without it. */
    private Stream<SecretNeed> newNeeds(Profile then) {
        var before = SecretNeed.of(seen.profile()).toList();
        return SecretNeed.of(then).filter(need -> !before.contains(need));
    }

    private static Optional<String> missingSecret(Present wanted, Stream<SecretNeed> needs) {
        return needs.filter(need -> !need.isMetBy(wanted.secrets()))
                .findFirst()
                .map(need -> "it needs a secret that twin does not keep: write it into a file that only root may read,"
                        + " and name that under secrets, as " + need.remedy());
    }

    /** A mask that stands there already, as it was seen, is left alone together with what it hides. */
    private static Optional<String> masked(Present wanted, Settings seen) {
        return wanted.settings()
                .keys()
                .filter(setting -> Masks.isIn(wanted.settings().get(setting).orElseThrow()))
                .filter(setting -> !seen.get(setting).equals(wanted.settings().get(setting)))
                .findFirst()
                .map(setting ->
                        "in " + setting + " a mask stands in place of a secret, which twin does not keep: leave it"
                                + " away, or write what it is to be");
    }

    /** The names of what differs; values are in what was seen and in what is to be done. */
    private static String differences(Profile then, Profile now) {
        var names = new ArrayList<String>();
        add(names, "id", then.id(), now.id());
        add(names, "interface", then.interfaceName(), now.interfaceName());
        add(names, "autoconnect", then.autoconnect(), now.autoconnect());
        add(names, "priority", then.priority(), now.priority());
        Stream.concat(then.settings().keys(), now.settings().keys())
                .distinct()
                .sorted()
                .forEach(setting -> add(
                        names,
                        setting.toString(),
                        then.settings().get(setting),
                        now.settings().get(setting)));
        return "declared with another " + shortened(names);
    }

    private static void add(List<String> names, String name, Object then, Object now) {
        if (!then.equals(now)) {
            names.add(name);
        }
    }

    private static String shortened(List<String> names) {
        var first = String.join(", ", names.stream().limit(ENOUGH).toList());
        return names.size() > ENOUGH ? first + " and " + (names.size() - ENOUGH) + " more" : first;
    }
}

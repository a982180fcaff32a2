package dev.twinsync.os.cron;

import static dev.twinsync.os.cron.UserCrontab.NOT_INSTALLED;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.cron.CrontabText;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.os.cron.CrontabProgram.Look;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at the crontabs of several users: as root of all that have one, else of oneself, and of those that are declared. */
record Survey(CrontabProgram program, Spool spool) {

    /** No key is called so: it stands for whoever else has a crontab. */
    static final Gap OF_OTHERS = new Gap("other users", "only root may read their crontabs");

    Observation<LiveCronEntry> observe(Scope scope) {
        return switch (scope) {
            case Scope.Some some -> restricted(observe(users(some.keys()), List.of()), some.keys());
            case Scope.Everything(var declared) when program.isRoot() -> observeAll(users(declared));
            case Scope.Everything(var declared) -> observe(union(users(declared), myself()), List.of(OF_OTHERS));
        };
    }

    private Observation<LiveCronEntry> observeAll(Set<UserName> declared) {
        return switch (spool.list()) {
            case Spool.Listing.Names(var names) ->
                observe(union(union(declared, usable(names)), myself()), unusable(names));
            case Spool.Listing.Failed(var reason) ->
                observe(myself(), List.of()) instanceof Unavailable<LiveCronEntry> unavailable
                        ? unavailable
                        : new Unavailable<>(reason);
        };
    }

    private Observation<LiveCronEntry> observe(Set<UserName> users, List<Gap> known) {
        var live = new ArrayList<LiveCronEntry>();
        var gaps = new ArrayList<>(known);
        for (UserName user : users) {
            switch (program.look(user)) {
                case Look.There(var text) -> {
                    var seen = seen(user, text);
                    live.addAll(seen.live());
                    gaps.addAll(seen.gaps());
                }
                case Look.Unseen(var reason) -> gaps.add(whole(user, reason));
                case Look.NotInstalled() -> {
                    return new Unavailable<>(NOT_INSTALLED);
                }
            }
        }
        return new Seen<>(live, gaps);
    }

    private Seen<LiveCronEntry> seen(UserName user, CrontabText text) {
        var seen = text.seenBy(user);
        return whyNothingRuns(user, text, seen)
                .map(reason -> new Seen<LiveCronEntry>(List.of(), List.of(whole(user, reason))))
                .orElse(seen);
    }

    /** What looks wrong to twin cron may well run, or take for a reason to run nothing: it is asked. Another cron has other rules. */
    private Optional<String> whyNothingRuns(UserName user, CrontabText text, Seen<LiveCronEntry> seen) {
        var neglect = new Neglect(spool.folder());
        var flaw = neglect.of(user, text);
        return (flaw.isPresent() || looksWrong(seen)) && program.isDebians()
                ? flaw.or(() -> program.fault(user, text).map(fault -> neglect.ofFault(user, fault)))
                : Optional.empty();
    }

    private static boolean looksWrong(Seen<LiveCronEntry> seen) {
        return !seen.gaps().isEmpty()
                || seen.live().stream()
                        .anyMatch(entry -> entry.job().schedule().flaw().isPresent());
    }

    private static Gap whole(UserName user, String reason) {
        return new Gap(user + "/*", reason);
    }

    private static Observation<LiveCronEntry> restricted(Observation<LiveCronEntry> observation, Set<String> keys) {
        return switch (observation) {
            case Seen<LiveCronEntry>(var live, var gaps) ->
                new Seen<>(
                        live.stream()
                                .filter(entry -> keys.contains(entry.key()))
                                .toList(),
                        gaps);
            case Unavailable<LiveCronEntry> unavailable -> unavailable;
        };
    }

    /** In the order of names, so that two looks fail alike. */
    private static Set<UserName> union(Set<UserName> some, Set<UserName> others) {
        var all = new TreeSet<>(Comparator.comparing(UserName::text));
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    private Set<UserName> myself() {
        return usable(List.of(program.self().name()));
    }

    private static Set<UserName> users(Set<String> keys) {
        return usable(keys.stream()
                .filter(key -> key.contains("/"))
                .map(key -> key.substring(0, key.indexOf('/')))
                .toList());
    }

    private static Set<UserName> usable(Collection<String> names) {
        return names.stream().filter(UserName::isOne).map(UserName::new).collect(Collectors.toSet());
    }

    private static List<Gap> unusable(Collection<String> names) {
        return names.stream()
                .filter(name -> !UserName.isOne(name))
                .map(name -> new Gap(name + "/*", "twin does not take this for a user name"))
                .toList();
    }
}

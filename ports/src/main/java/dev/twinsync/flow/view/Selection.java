package dev.twinsync.flow.view;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which things a command is about: plugins ({@code packages.debian}), kinds ({@code packages}) or things
 * ({@code packages:htop}), each with {@code *} and {@code ?} for any characters and any one, and as they stand behind a backslash. Empty: everything.
 */
public record Selection(List<String> patterns) {

    public static final Selection EVERYTHING = new Selection(List.of());

    public Selection {
        patterns = patterns.stream().map(Selection::bare).toList();
    }

    /** Without the blanks around it; those at its end belong to the name of a thing, for there is a file {@code a} beside one with a blank. */
    private static String bare(String pattern) {
        return pattern.contains(":") ? pattern.stripLeading() : pattern.strip();
    }

    /** Just these things ({@code files:/etc/a*}), also where the name of one is a pattern that others meet. */
    public static Selection exactly(List<String> names) {
        return new Selection(names.stream().map(Selection::exactly).toList());
    }

    private static String exactly(String name) {
        var head = head(name) + ":";
        return head + Glob.literal(name.substring(head.length()));
    }

    /** This and what the other one names besides; neither is everything. */
    public Selection and(Selection other) {
        return new Selection(Stream.concat(patterns.stream(), other.patterns.stream())
                .distinct()
                .toList());
    }

    public boolean isEverything() {
        return patterns.isEmpty();
    }

    /** Whether a thing is named by its very own name. */
    public boolean isExact(Plugin<?, ?, ?> plugin, String key) {
        return patterns.stream()
                .anyMatch(pattern -> (tail(pattern).equals(key) || tail(pattern).equals(Glob.literal(key)))
                        && names(pattern, plugin));
    }

    /** Whether it, its kind or something of it is named, and not merely met by a pattern for many. */
    boolean isNamed(Plugin<?, ?, ?> plugin) {
        return patterns.stream()
                .map(Selection::head)
                .anyMatch(head ->
                        head.equals(plugin.name()) || head.equals(plugin.kind().name()));
    }

    /** Whether anything of the plugin may be meant. */
    public boolean touches(Plugin<?, ?, ?> plugin) {
        return isEverything() || patterns.stream().anyMatch(pattern -> names(pattern, plugin));
    }

    public boolean includes(Plugin<?, ?, ?> plugin, String key) {
        return includes(plugin.name(), plugin.kind(), key);
    }

    public boolean includes(String plugin, Kind<?, ?, ?> kind, String key) {
        return isEverything()
                || patterns.stream().anyMatch(pattern -> names(pattern, plugin, kind) && namesKey(pattern, key));
    }

    /** The same looks, or what is wrong with a pattern that means none of them: a slip that must not read as "in sync". */
    public Reading<List<Look<?, ?, ?>>> check(List<Look<?, ?, ?>> looks) {
        var problems = new ArrayList<Problem>();
        for (String pattern : patterns) {
            fault(pattern, looks)
                    .map(fault -> problems.isEmpty() ? fault + hint(pattern, looks) : fault)
                    .ifPresent(fault -> problems.add(new Problem(Place.NONE, fault)));
        }
        return problems.isEmpty() ? new Reading.Value<>(looks) : new Reading.Wrong<>(problems);
    }

    /** As {@link #check}, and what is on the machine counts too, declared or not, seen or known to be unseen. */
    public Reading<List<Look<?, ?, ?>>> checkAnywhere(List<Look<?, ?, ?>> looks) {
        var plugins = looks.stream().<Plugin<?, ?, ?>>map(Look::plugin).toList();
        var problems = new ArrayList<>(unknownKinds(plugins));
        patterns.stream()
                .filter(pattern -> problems.isEmpty() && looks.stream().noneMatch(look -> isAnywhere(pattern, look)))
                .forEach(pattern -> problems.add(
                        new Problem(Place.NONE, pattern + ": nothing in state/ or on this machine is called that")));
        return problems.isEmpty() ? new Reading.Value<>(looks) : new Reading.Wrong<>(problems);
    }

    private static boolean isAnywhere(String pattern, Look<?, ?, ?> look) {
        return names(pattern, look.plugin())
                && (!pattern.contains(":")
                        || look.declared().stream().anyMatch(key -> namesKey(pattern, key))
                        || isOnMachine(pattern, look.observation()));
    }

    private static boolean isOnMachine(String pattern, Observation<?> observation) {
        return switch (observation) {
            case Observation.Seen<?>(var live, var gaps) ->
                live.stream().anyMatch(thing -> namesKey(pattern, thing.key()))
                        || gaps.stream().anyMatch(gap -> namesKey(pattern, gap.keys()));
            case Observation.Unavailable<?> _ -> true;
        };
    }

    private Optional<String> fault(String pattern, List<Look<?, ?, ?>> looks) {
        if (looks.stream().noneMatch(look -> names(pattern, look.plugin()))) {
            var plugins = looks.stream().<Plugin<?, ?, ?>>map(Look::plugin).toList();
            return Optional.of(asOption(pattern) + ": " + unknownKind(plugins));
        }
        return !pattern.contains(":") || isDeclared(pattern, looks)
                ? Optional.empty()
                : Optional.of(asOption(pattern) + ": nothing in state/ is called that");
    }

    private static boolean isDeclared(String pattern, List<Look<?, ?, ?>> looks) {
        return pattern.contains(":")
                && looks.stream()
                        .filter(look -> names(pattern, look.plugin()))
                        .flatMap(look -> look.declared().stream())
                        .anyMatch(key -> namesKey(pattern, key));
    }

    /** As it can be given to a shell again. */
    private static String asOption(String pattern) {
        return "--only " + ShellWord.of(OnlyWord.of(pattern));
    }

    /** Where it is a part of a name that has a comma. For the first slip only: the others are mostly parts of the same name. */
    private String hint(String pattern, List<Look<?, ?, ?>> looks) {
        return new LostComma(patterns)
                .meant(pattern, part -> beginsAName(part, looks), whole -> isDeclared(whole, looks))
                .map(whole -> "; " + OnlyWord.COMMA_IN_A_NAME + ": " + asOption(whole))
                .orElse("");
    }

    private static boolean beginsAName(String pattern, List<Look<?, ?, ?>> looks) {
        return pattern.contains(":") && looks.stream().anyMatch(look -> names(pattern, look.plugin()));
    }

    /** What of this names neither a kind nor a plugin. */
    public List<Problem> unknownKinds(List<Plugin<?, ?, ?>> plugins) {
        return patterns.stream()
                .filter(pattern -> plugins.stream().noneMatch(plugin -> names(pattern, plugin)))
                .map(pattern -> new Problem(Place.NONE, pattern + ": " + unknownKind(plugins)))
                .toList();
    }

    private static String unknownKind(List<Plugin<?, ?, ?>> plugins) {
        var kinds = plugins.stream().map(plugin -> plugin.kind().name()).collect(Collectors.joining(", "));
        return "no kind or plugin in use is called that; the kinds are " + kinds
                + ", and a thing is named with its kind, as packages:htop";
    }

    private static boolean names(String pattern, Plugin<?, ?, ?> plugin) {
        return names(pattern, plugin.name(), plugin.kind());
    }

    private static boolean names(String pattern, String plugin, Kind<?, ?, ?> kind) {
        var head = new Glob(head(pattern));
        return head.matches(plugin) || head.matches(kind.name());
    }

    private static boolean namesKey(String pattern, String key) {
        return !pattern.contains(":") || new Glob(tail(pattern)).matches(key);
    }

    /** What stands behind its kind; nothing where there is only a kind. */
    private static String tail(String pattern) {
        return pattern.contains(":") ? pattern.substring(pattern.indexOf(':') + 1) : "";
    }

    static String head(String pattern) {
        return pattern.contains(":") ? pattern.substring(0, pattern.indexOf(':')) : pattern;
    }
}

package dev.twinsync.flow.view;

import dev.twinsync.domain.policy.PolicyNames;
import dev.twinsync.domain.shape.Nearest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What there is to be named: what names something else is a slip, and must not read as if it named nothing on purpose.
 *
 * @param plugins on and off
 * @param kinds of their things
 * @param moreElsewhere whether there are others in another repository, of which nobody knows here what their things are called
 */
public record KnownNames(List<String> plugins, List<String> kinds, boolean moreElsewhere) implements PolicyNames {

    public KnownNames(List<String> plugins, List<String> kinds) {
        this(plugins, kinds, false);
    }

    /** For who names nothing but plugins. */
    public static KnownNames ofPlugins(List<String> plugins) {
        return new KnownNames(plugins, List.of());
    }

    public KnownNames {
        plugins = List.copyOf(plugins);
        kinds = List.copyOf(kinds);
    }

    /** The same with plugins that are known for another reason. */
    public KnownNames and(Collection<String> others) {
        var all = new LinkedHashSet<>(plugins);
        all.addAll(others);
        return new KnownNames(List.copyOf(all), kinds, all.size() > plugins.size());
    }

    /** Why that is not the name of a plugin, and what would be; empty where it is. */
    public Optional<String> objection(String plugin) {
        return plugins.contains(plugin)
                ? Optional.empty()
                : Optional.of("there is no plugin \"" + plugin + "\"" + Nearest.hint(plugin, plugins) + "; there are "
                        + String.join(", ", plugins));
    }

    @Override
    public String plugin(String name) {
        objection(name).ifPresent(KnownNames::refuse);
        return name;
    }

    @Override
    public String pattern(String pattern) {
        var head = Selection.head(pattern);
        var hint = hint(head);
        boolean mayBeElsewhere = moreElsewhere && hint.isEmpty(); // what is close to a name of this place is a slip
        if (!isMet(new Glob(head)) && !mayBeElsewhere) {
            refuse("there is no kind or plugin \"" + head + "\"" + hint + "; the kinds are " + String.join(", ", kinds)
                    + ", the plugins " + String.join(", ", plugins));
        }
        return pattern;
    }

    private boolean isMet(Glob head) {
        return plugins.stream().anyMatch(head::matches) || kinds.stream().anyMatch(head::matches);
    }

    private String hint(String head) {
        var kind = Nearest.hint(head, kinds);
        return kind.isEmpty() ? Nearest.hint(head, plugins) : kind;
    }

    private static void refuse(String objection) {
        throw new IllegalArgumentException(objection);
    }
}

package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What may be done while nobody is there.
 *
 * @param apply the plugins whose part of a plan may be carried out: {@code cron.user}
 * @param pulled whether that may also be what came by a pull, so that who can push decides what is done
 */
public record UnattendedPolicy(List<String> apply, boolean pulled) {

    private static final String GRAMMAR = "[a-z_]+\\.[a-z_]+";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);

    static final UnattendedPolicy DEFAULT = new UnattendedPolicy(List.of(), false);

    public UnattendedPolicy {
        apply = List.copyOf(apply);
    }

    /** Whether what came by a pull waits for a person, where all else of the plugin is done. @param plugin in full */
    public boolean leaves(String plugin) {
        return apply.contains(plugin) && !pulled;
    }

    static RecordShape<UnattendedPolicy> shape(PolicyNames names) {
        var apply = withDefault("apply", Shape.list(plugin(names)), List.of(), UnattendedPolicy::apply);
        var pulled = withDefault("pulled", Shape.truth(), false, UnattendedPolicy::pulled);
        return new RecordShape<>(
                List.of(apply, pulled), line -> new UnattendedPolicy(line.get(apply), line.get(pulled)));
    }

    private static Shape<String> plugin(PolicyNames names) {
        return Shape.text("^" + GRAMMAR + "$", text -> names.plugin(checked(text)), text -> text);
    }

    private static String checked(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not the name of a plugin, as cron.user is one");
        }
        return text;
    }
}

package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import java.util.List;

/** What may happen without somebody who agrees to it: {@code ~/.config/twin/policy.yaml}. */
public record Policy(PulledPolicy pulled, UnattendedPolicy unattended) {

    /** Where its owner has said nothing. */
    public static final Policy DEFAULT = new Policy(PulledPolicy.DEFAULT, UnattendedPolicy.DEFAULT);

    /** Its form, whatever it names. */
    public static final RecordShape<Policy> SHAPE = shape(PolicyNames.ANY);

    /** That of one that names nothing but what there is. */
    public static RecordShape<Policy> shape(PolicyNames names) {
        var pulled = withDefault("pulled", PulledPolicy.shape(names), PulledPolicy.DEFAULT, Policy::pulled);
        var unattended =
                withDefault("unattended", UnattendedPolicy.shape(names), UnattendedPolicy.DEFAULT, Policy::unattended);
        return new RecordShape<>(
                List.of(pulled, unattended), line -> new Policy(line.get(pulled), line.get(unattended)));
    }
}

package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import java.util.List;

/** What may happen without somebody who agrees to it: {@code ~/.config/twin/policy.yaml}. */
public record Policy(PulledPolicy pulled, UnattendedPolicy unattended) {

    /** Where its owner has said nothing. */
    public static final Policy DEFAULT = new Policy(PulledPolicy.DEFAULT, UnattendedPolicy.DEFAULT);

    public static final RecordShape<Policy> SHAPE = shape();

    private static RecordShape<Policy> shape() {
        var pulled = withDefault("pulled", PulledPolicy.SHAPE, PulledPolicy.DEFAULT, Policy::pulled);
        var unattended =
                withDefault("unattended", UnattendedPolicy.SHAPE, UnattendedPolicy.DEFAULT, Policy::unattended);
        return new RecordShape<>(
                List.of(pulled, unattended), line -> new Policy(line.get(pulled), line.get(unattended)));
    }
}

package dev.twinsync.domain.containers;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the isolation of a container looks in the lines of a document. */
final class IsolationShapes {

    private static final String NETWORK_MODE = "network_mode";
    private static final String PRIVILEGED = "privileged";
    private static final String DEVICES = "devices";
    private static final String CAP_ADD = "cap_add";
    private static final String CAP_DROP = "cap_drop";
    private static final Shape<List<Capability>> CAPABILITIES = Shape.list(Capability.SHAPE);

    private IsolationShapes() {}

    /** The lines of an {@link IsolationWish} in whatever has one. */
    record WishLines<R>(
            Field<R, Optional<NetworkMode>> networkMode,
            Field<R, Optional<Boolean>> privileged,
            Field<R, Optional<List<Device>>> devices,
            Field<R, Optional<List<Capability>>> capAdd,
            Field<R, Optional<List<Capability>>> capDrop) {

        static <R> WishLines<R> of(Function<R, IsolationWish> wish) {
            return new WishLines<>(
                    optional(NETWORK_MODE, NetworkMode.WISH, wish.andThen(IsolationWish::networkMode)),
                    optional(PRIVILEGED, Shape.truth(), wish.andThen(IsolationWish::privileged)),
                    optional(DEVICES, Shape.list(Device.SHAPE), wish.andThen(IsolationWish::devices)),
                    optional(CAP_ADD, CAPABILITIES, wish.andThen(IsolationWish::capAdd)),
                    optional(CAP_DROP, CAPABILITIES, wish.andThen(IsolationWish::capDrop)));
        }

        List<Field<R, ?>> all() {
            return List.of(networkMode, privileged, devices, capAdd, capDrop);
        }

        IsolationWish read(RecordShape.Values line) {
            return new IsolationWish(
                    line.get(networkMode),
                    line.get(privileged),
                    line.get(devices),
                    line.get(capAdd),
                    line.get(capDrop));
        }
    }

    /** The lines of an {@link Isolation} in what has one; what is as usual is left out. */
    record SeenLines<R>(
            Field<R, NetworkMode> networkMode,
            Field<R, Boolean> privileged,
            Field<R, List<Device>> devices,
            Field<R, List<Capability>> capAdd,
            Field<R, List<Capability>> capDrop) {

        static <R> SeenLines<R> of(Function<R, Isolation> seen) {
            return new SeenLines<>(
                    withDefault(
                            NETWORK_MODE, NetworkMode.SEEN, NetworkMode.BRIDGE, seen.andThen(Isolation::networkMode)),
                    withDefault(PRIVILEGED, Shape.truth(), false, seen.andThen(Isolation::privileged)),
                    withDefault(DEVICES, Shape.list(Device.SHAPE), List.of(), seen.andThen(Isolation::devices)),
                    withDefault(CAP_ADD, CAPABILITIES, List.of(), seen.andThen(Isolation::capAdd)),
                    withDefault(CAP_DROP, CAPABILITIES, List.of(), seen.andThen(Isolation::capDrop)));
        }

        List<Field<R, ?>> all() {
            return List.of(networkMode, privileged, devices, capAdd, capDrop);
        }

        Isolation read(RecordShape.Values line) {
            return new Isolation(
                    line.get(networkMode),
                    line.get(privileged),
                    line.get(devices),
                    line.get(capAdd),
                    line.get(capDrop));
        }
    }
}

package dev.twinsync.domain.network;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.network.DesiredProfile.Absent;
import dev.twinsync.domain.network.DesiredProfile.Present;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How profiles look in documents. */
final class ProfileShapes {

    private static final String ID = "id";

    /** In a plan {@code id} is the action's own. */
    private static final String PROFILE = "profile";

    private static final String INTERFACE = "interface";
    private static final String AUTOCONNECT = "autoconnect";
    private static final String PRIORITY = "priority";

    private static final Shape<Settings> SETTINGS = new SettingsShape();
    private static final Shape<SecretFiles> SECRETS = new SecretFilesShape();
    private static final Shape<Integer> PRIORITIES = Shape.number().as(Profile::priority, Integer::longValue);

    private ProfileShapes() {}

    static final Shape<DesiredProfile> DESIRED = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Present.class, present()),
                    new Variant<>("absent", Absent.class, absent())));

    static final Shape<LiveProfile> LIVE = live();

    static final Shape<NetworkAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("add", Add.class, withSecrets(Add::profile, Add::secrets, Add::new)),
                    new Variant<>("change", Change.class, withSecrets(Change::profile, Change::secrets, Change::new)),
                    new Variant<>("remove", Remove.class, remove())));

    private static RecordShape<Present> present() {
        var id = required(ID, ProfileName.SHAPE, Present::id);
        var uuid = required("uuid", ProfileUuid.SHAPE, Present::uuid);
        var type = required("type", ProfileType.SHAPE, Present::type);
        var interfaceName = optional(INTERFACE, InterfaceName.SHAPE, Present::interfaceName);
        var autoconnect = optional(AUTOCONNECT, Shape.truth(), Present::autoconnect);
        var priority = optional(PRIORITY, PRIORITIES, Present::priority);
        var exact = withDefault("exact", Shape.truth(), false, Present::exact);
        var settings = withDefault("settings", SETTINGS, Settings.NONE, Present::settings);
        var secrets = withDefault("secrets", SECRETS, SecretFiles.NONE, Present::secrets);
        return new RecordShape<>(
                List.of(id, uuid, type, interfaceName, autoconnect, priority, exact, settings, secrets),
                line -> new Present(
                        line.get(id),
                        line.get(uuid),
                        line.get(type),
                        line.get(interfaceName),
                        line.get(autoconnect),
                        line.get(priority),
                        line.get(exact),
                        line.get(settings),
                        line.get(secrets)));
    }

    private static RecordShape<Absent> absent() {
        var id = optional(ID, ProfileName.SHAPE, Absent::id);
        var uuid = required("uuid", ProfileUuid.SHAPE, Absent::uuid);
        return new RecordShape<>(List.of(id, uuid), line -> new Absent(line.get(id), line.get(uuid)));
    }

    private static RecordShape<LiveProfile> live() {
        var managedBy = optional("managed_by", Shape.word(LiveProfile.Keeper.class), LiveProfile::managedBy);
        return profile(ID, LiveProfile::profile, managedBy, LiveProfile::new);
    }

    private static <A> RecordShape<A> withSecrets(
            Function<A, Profile> profile,
            Function<A, SecretFiles> getSecrets,
            BiFunction<Profile, SecretFiles, A> constructor) {
        var secrets = withDefault("secrets", SECRETS, SecretFiles.NONE, getSecrets);
        return profile(PROFILE, profile, secrets, constructor);
    }

    /** All lines of a profile, and one more. */
    private static <R, X> RecordShape<R> profile(
            String idKey, Function<R, Profile> profile, Field<R, X> more, BiFunction<Profile, X, R> constructor) {
        var id = required(idKey, ProfileName.SHAPE, profile.andThen(Profile::id));
        var uuid = required("uuid", ProfileUuid.SHAPE, profile.andThen(Profile::uuid));
        var type = required("type", ProfileType.SHAPE, profile.andThen(Profile::type));
        var interfaceName = optional(INTERFACE, InterfaceName.SHAPE, profile.andThen(Profile::interfaceName));
        var autoconnect = withDefault(AUTOCONNECT, Shape.truth(), true, profile.andThen(Profile::autoconnect));
        var priority = withDefault(PRIORITY, PRIORITIES, 0, profile.andThen(Profile::priority));
        var settings = withDefault("settings", SETTINGS, Settings.NONE, profile.andThen(Profile::settings));
        return new RecordShape<>(
                List.of(id, uuid, type, interfaceName, autoconnect, priority, settings, more),
                line -> constructor.apply(
                        new Profile(
                                line.get(uuid),
                                line.get(id),
                                line.get(type),
                                line.get(interfaceName),
                                line.get(autoconnect),
                                line.get(priority),
                                line.get(settings)),
                        line.get(more)));
    }

    private static RecordShape<Remove> remove() {
        var id = required(PROFILE, ProfileName.SHAPE, Remove::id);
        var uuid = required("uuid", ProfileUuid.SHAPE, Remove::uuid);
        var losesSecrets = withDefault("loses_secrets", Shape.truth(), false, Remove::losesSecrets);
        return new RecordShape<>(
                List.of(id, uuid, losesSecrets),
                line -> new Remove(line.get(uuid), line.get(id), line.get(losesSecrets)));
    }
}

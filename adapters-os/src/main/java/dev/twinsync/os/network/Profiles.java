package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.ProfileOnBus;
import dev.twinsync.domain.network.SecretTable;
import dev.twinsync.domain.network.Sections;
import dev.twinsync.os.SystemTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The profiles that NetworkManager has. */
record Profiles(NetworkBus bus) {

    private static final String OBJECT = "/org/freedesktop/NetworkManager/Settings";
    private static final String SETTINGS = "Settings";
    private static final String CONNECTION = "Settings.Connection";
    private static final GVariant NOTHING_MORE = new Facts(Map.of()).dictionary();
    private static final long TO_DISK = 1;
    private static final String NO_SECRETS = "NoSecrets";
    private static final int LOOKS = 4;
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    /** @param hidden how many there are that NetworkManager does not show to whoever asks */
    record Listing(List<SavedProfile> profiles, int hidden) {
        Optional<SavedProfile> find(String uuid) {
            return profiles.stream()
                    .filter(profile -> profile.uuid().equals(uuid))
                    .findFirst();
        }
    }

    Answer<Listing> all() {
        return bus.facts(OBJECT, SETTINGS).then(facts -> listing(facts.textsOf("Connections")));
    }

    private Answer<Listing> listing(List<String> paths) {
        var profiles = new ArrayList<SavedProfile>();
        int hidden = 0;
        for (String path : new TreeSet<>(paths)) {
            switch (read(path)) {
                case Answer.Given<SavedProfile>(var profile) -> profiles.add(profile);
                case Answer.None<SavedProfile> none when none.is("PermissionDenied") -> hidden++;
                case Answer.None<SavedProfile> none when isGone(none) -> {}
                case Answer.None<SavedProfile>(var error, var reason) -> {
                    return new Answer.None<>(error, reason);
                }
            }
        }
        return new Answer.Given<>(new Listing(List.copyOf(profiles), hidden));
    }

    /** It was deleted since NetworkManager named it. */
    private static boolean isGone(Answer.None<?> none) {
        return none.is("UnknownMethod") || none.is("UnknownObject");
    }

    private Answer<SavedProfile> read(String path) {
        return bus.facts(path, CONNECTION)
                .then(facts -> bus.call(path, CONNECTION, "GetSettings")
                        .map(reply -> new SavedProfile(path, facts.textOf("Filename"), sections(reply.getFirst()))));
    }

    /** What NetworkManager itself keeps of a profile's secrets, which it tells to root only. */
    Answer<Map<String, Map<String, GVariant>>> secrets(SavedProfile profile) {
        var secrets = new LinkedHashMap<String, Map<String, GVariant>>();
        var sections =
                profile.connection().keySet().stream().map(Sections::shortName).collect(Collectors.toSet());
        for (String section : new TreeSet<>(SecretTable.sections(sections))) {
            var name = Sections.longName(section);
            switch (settledSecrets(profile.path(), name)) {
                case Answer.Given<Map<String, GVariant>>(var held) -> secrets.put(name, held);
                case Answer.None<Map<String, GVariant>> none when none.is(NO_SECRETS) -> {}
                case Answer.None<Map<String, GVariant>>(var error, var reason) -> {
                    return new Answer.None<>(error, reason);
                }
            }
        }
        return new Answer.Given<>(secrets);
    }

    /** NetworkManager may have none to tell for a moment, and what is not told would be lost: it is believed when it says so again. */
    private Answer<Map<String, GVariant>> settledSecrets(String path, String section) {
        var answer = secrets(path, section);
        for (int look = 1; look < LOOKS && isNothing(answer); look++) {
            new SystemTicker().pause(A_MOMENT);
            answer = secrets(path, section);
        }
        return answer;
    }

    private Answer<Map<String, GVariant>> secrets(String path, String section) {
        return bus.call(path, CONNECTION, "GetSecrets", Facts.text(section))
                .map(reply -> sections(reply.getFirst()).getOrDefault(section, Map.of()));
    }

    private static boolean isNothing(Answer<Map<String, GVariant>> answer) {
        return switch (answer) {
            case Answer.Given<Map<String, GVariant>>(var held) -> held.isEmpty();
            case Answer.None<Map<String, GVariant>> none -> none.is(NO_SECRETS);
        };
    }

    /** The profile with all of them in it. */
    Answer<SavedProfile> whole(SavedProfile profile) {
        return secrets(profile).map(held -> profile.with(ProfileOnBus.withSecrets(profile.connection(), held)));
    }

    /** Gives back its object. */
    Answer<String> add(Map<String, Map<String, GVariant>> connection) {
        return bus.call(OBJECT, SETTINGS, "AddConnection2", dictionary(connection), Facts.number(TO_DISK), NOTHING_MORE)
                .map(reply -> Facts.text(reply.getFirst()));
    }

    /** The profile is afterwards what is given here and nothing else. */
    Answer<List<GVariant>> update(String path, Map<String, Map<String, GVariant>> connection) {
        return bus.call(path, CONNECTION, "Update2", dictionary(connection), Facts.number(TO_DISK), NOTHING_MORE);
    }

    Answer<List<GVariant>> delete(String path) {
        return bus.call(path, CONNECTION, "Delete");
    }

    private static Map<String, Map<String, GVariant>> sections(GVariant dictionary) {
        var sections = new LinkedHashMap<String, Map<String, GVariant>>();
        Facts.entries(dictionary)
                .forEach(entry -> sections.put(
                        Facts.text(entry.key()), Facts.of(entry.value()).values()));
        return sections;
    }

    private static GVariant dictionary(Map<String, Map<String, GVariant>> sections) {
        var entry = new GType.Entry(GType.Basic.STRING, Facts.TYPE);
        return new GVariant.Array(
                entry,
                sections.entrySet().stream()
                        .<GVariant>map(section -> new GVariant.Entry(
                                entry, Facts.text(section.getKey()), new Facts(section.getValue()).dictionary()))
                        .toList());
    }
}

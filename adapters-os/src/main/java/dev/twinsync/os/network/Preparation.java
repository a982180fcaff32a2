package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.network.ProfileOnBus;
import dev.twinsync.domain.network.SecretFile;
import dev.twinsync.domain.network.SecretFiles;
import dev.twinsync.domain.network.SecretKey;
import dev.twinsync.os.network.Profiles.Listing;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.os.secrets.Veil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets all together that the actions take, before anything is changed. */
record Preparation(Profiles profiles, SecretOnDisk secrets, Veil veil) {

    /** Without what is done already. */
    Answer<List<Rewriting>> of(List<NetworkAction> actions) {
        return profiles.all().then(listing -> of(actions, listing));
    }

    private Answer<List<Rewriting>> of(List<NetworkAction> actions, Listing listing) {
        var all = new ArrayList<Rewriting>();
        for (NetworkAction action : actions) {
            switch (rewriting(action, listing.find(action.uuid().text()))) {
                case Answer.Given<Optional<Rewriting>>(var rewriting) -> rewriting.ifPresent(all::add);
                case Answer.None<Optional<Rewriting>>(var error, var reason) -> {
                    return new Answer.None<>(error, action.id() + ": " + veil.over(reason));
                }
            }
        }
        return new Answer.Given<>(List.copyOf(all));
    }

    private Answer<Optional<Rewriting>> rewriting(NetworkAction action, Optional<SavedProfile> there) {
        if (there.flatMap(SavedProfile::keeper).isPresent()) {
            return none("netplan makes this profile anew whenever it runs; change it in /etc/netplan");
        }
        return switch (action) {
            case Add _ when there.isPresent() -> none("there is a profile of this UUID already");
            case Add(var profile, var files) ->
                filled(ProfileOnBus.write(profile, Map.of()), files)
                        .map(wanted -> Optional.of(new Rewriting(action, there, Optional.of(wanted))));
            case Change _ when there.isEmpty() -> none("there is no profile of this UUID any more");
            case Change(var profile, var files) ->
                whole(there.get())
                        .then(before -> filled(ProfileOnBus.write(profile, before.connection()), files)
                                .map(wanted ->
                                        Optional.of(new Rewriting(action, Optional.of(before), Optional.of(wanted)))));
            case Remove _ when there.isEmpty() -> new Answer.Given<>(Optional.empty());
            case Remove _ ->
                whole(there.get())
                        .map(before -> Optional.of(new Rewriting(action, Optional.of(before), Optional.empty())));
        };
    }

    private static <T> Answer<T> none(String reason) {
        return new Answer.None<>("", reason);
    }

    private Answer<SavedProfile> whole(SavedProfile profile) {
        return profiles.secrets(profile).map(held -> {
            Texts.in(held).forEach(veil::hide);
            return profile.with(ProfileOnBus.withSecrets(profile.connection(), held));
        });
    }

    private Answer<Map<String, Map<String, GVariant>>> filled(
            Map<String, Map<String, GVariant>> connection, SecretFiles files) {
        for (Map.Entry<SecretKey, SecretFile> file : files.files().entrySet()) {
            try {
                var secret = secrets.line(Path.of(file.getValue().path()));
                veil.hide(secret);
                ProfileOnBus.put(connection, file.getKey(), secret);
            } catch (IOException | IllegalArgumentException noSecretOrNoPlaceForIt) {
                return none(noSecretOrNoPlaceForIt.getMessage());
            }
        }
        return new Answer.Given<>(connection);
    }
}

package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which users and groups this machine has; each is looked up once. */
final class KnownAccounts {

    private final UserPrincipalLookupService lookUp =
            Path.of("/").getFileSystem().getUserPrincipalLookupService();
    private final Map<String, Boolean> users = new HashMap<>();
    private final Map<String, Boolean> groups = new HashMap<>();

    /** Who is to have what the action makes and is not there, in words; a package of the same plan may bring an account. */
    Optional<String> missing(FileAction action) throws IOException {
        return switch (action) {
            case Write write -> missing(write.owner(), write.group());
            case MakeDirectory make -> missing(make.owner(), make.group());
            case SetAttributes set -> missing(set.owner(), set.group());
            case Link _, Delete _, DeleteDirectory _ -> Optional.empty();
        };
    }

    private Optional<String> missing(AccountName owner, AccountName group) throws IOException {
        if (!isThere(users, owner.text(), lookUp::lookupPrincipalByName)) {
            return Optional.of("user " + owner);
        }
        return isThere(groups, group.text(), lookUp::lookupPrincipalByGroupName)
                ? Optional.empty()
                : Optional.of("group " + group);
    }

    @FunctionalInterface
    private interface LookUp {
        Object of(String name) throws IOException;
    }

    private static boolean isThere(Map<String, Boolean> known, String name, LookUp lookUp) throws IOException {
        if (!known.containsKey(name)) {
            known.put(name, isThere(name, lookUp));
        }
        return known.get(name);
    }

    private static boolean isThere(String name, LookUp lookUp) throws IOException {
        try {
            lookUp.of(name);
            return true;
        } catch (UserPrincipalNotFoundException unknown) {
            return false;
        }
    }
}

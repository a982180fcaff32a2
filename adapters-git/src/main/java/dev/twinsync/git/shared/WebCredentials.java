package dev.twinsync.git.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.NetRC;
import org.eclipse.jgit.transport.URIish;

/** A token, or what {@code ~/.netrc} has for the host. Given once: what was refused once is refused again. */
final class WebCredentials extends CredentialsProvider {

    private static final String USER_OF_A_TOKEN = "x-access-token";

    private final Path netrc;
    private final Optional<String> token;
    private boolean given;

    WebCredentials(Path netrc, Optional<String> token) {
        this.netrc = netrc;
        this.token = token;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish address, CredentialItem... items) {
        if (given) {
            return false;
        }
        given = true;
        return token.map(found -> give(USER_OF_A_TOKEN, found.toCharArray(), items))
                .orElseGet(() -> giveFromFile(address, items));
    }

    private boolean giveFromFile(URIish address, CredentialItem... items) {
        if (!Files.isRegularFile(netrc)) {
            return false;
        }
        var entry = new NetRC(netrc.toFile()).getEntry(address.getHost());
        return entry != null
                && entry.login != null
                && entry.password != null
                && give(entry.login, entry.password, items);
    }

    private static boolean give(String user, char[] password, CredentialItem... items) {
        for (CredentialItem item : items) {
            switch (item) {
                case CredentialItem.Username name -> name.setValue(user);
                case CredentialItem.Password secret -> secret.setValue(password);
                default -> {
                    return false; // JGit has more of them than are supported here
                }
            }
        }
        return true;
    }
}

package dev.twinsync.git.shared;

import dev.twinsync.git.folder.GitSettings;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The remotes in the settings of a repository. @param config the file */
record KnownRemotes(Path config) {

    private static final String SECTION = "remote";
    private static final String ADDRESS = "url";

    SortedMap<String, RemoteAddress> all() throws IOException {
        var settings = GitSettings.ofRepository(config);
        var all = new TreeMap<String, RemoteAddress>();
        for (String name : settings.getSubsections(SECTION)) {
            var address = settings.getString(SECTION, name, ADDRESS);
            if (address != null) {
                all.put(name, address(name, address));
            }
        }
        return all;
    }

    private static RemoteAddress address(String name, String text) throws RepoFault {
        try {
            return new RemoteAddress(text);
        } catch (IllegalArgumentException refused) {
            throw new RepoFault("the remote " + name + " in .git/config: " + refused.getMessage()
                    + "; then run: git remote set-url " + name + " ADDRESS");
        }
    }

    boolean add(RemoteName name, RemoteAddress address) throws IOException {
        var settings = GitSettings.ofRepository(config);
        if (settings.getSubsections(SECTION).contains(name.text())) {
            return false;
        }
        settings.setString(SECTION, name.text(), ADDRESS, address.text());
        settings.setString(SECTION, name.text(), "fetch", "+refs/heads/*:refs/remotes/" + name + "/*");
        settings.save();
        return true;
    }
}

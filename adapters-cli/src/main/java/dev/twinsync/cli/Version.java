package dev.twinsync.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code twin --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"twin " + number()};
    }

    static String number() throws IOException {
        var properties = new Properties();
        try (var stream = Version.class.getResourceAsStream("/version.properties")) {
            properties.load(stream);
        }
        return properties.getProperty("version");
    }
}

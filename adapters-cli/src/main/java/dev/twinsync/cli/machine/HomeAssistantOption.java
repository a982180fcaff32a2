package dev.twinsync.cli.machine;

import dev.twinsync.domain.files.TargetPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which Home Assistant is meant where there are several. */
public final class HomeAssistantOption {

    private static final String NAME = "--home-assistant";

    @Option(
            names = NAME,
            paramLabel = "FOLDER",
            converter = Folder.class,
            description = "The folder of the configuration of the Home Assistant that is meant.")
    private TargetPath folder;

    /** A path that twin would manage. */
    static final class Folder implements ITypeConverter<TargetPath> {
        @Override
        public TargetPath convert(String text) {
            try {
                return new TargetPath(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }

    public Optional<Path> chosen() {
        return Optional.ofNullable(folder).map(HomeAssistantOption::path);
    }

    public static Path path(TargetPath folder) {
        return Path.of(folder.text());
    }

    /** How the root side is told. */
    static List<String> toRootSide(Optional<Path> chosen) {
        return chosen.map(folder -> List.of(NAME, folder.toString())).orElse(List.of());
    }
}

package dev.twinsync.flow;

import dev.twinsync.domain.homeassistant.DesiredConfigFile;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.Optional;

/** What wished files of the configuration of Home Assistant hold, as {@link ContentBelow} has it. */
public final class ConfigContents implements KeptContents<DesiredConfigFile> {

    private final ContentBelow content;
    private final HomeAssistantFiles files;

    public ConfigContents(TwinRepo repo, HomeAssistantFiles files) {
        this.content = new ContentBelow(repo, "state/home_assistant.yaml");
        this.files = files;
    }

    @Override
    public Reading<DesiredConfigFile> complete(DesiredConfigFile wish) throws IOException {
        return complete(wish, content.repo());
    }

    @Override
    public Reading<DesiredConfigFile> complete(DesiredConfigFile wish, RepoContents repo) throws IOException {
        return wish instanceof DesiredConfigFile.Present file
                ? content.complete(wish, file.twinPath(), file::withDigest, repo)
                : new Reading.Value<>(wish);
    }

    @Override
    public Optional<String> pathOf(DesiredConfigFile wish) {
        return wish instanceof DesiredConfigFile.Present file
                ? Optional.of(file.twinPath().text())
                : Optional.empty();
    }

    @Override
    public Optional<Opener> onMachine(DesiredConfigFile wish) {
        return wish instanceof DesiredConfigFile.Present file
                ? Optional.of(() -> files.open(file.path()))
                : Optional.empty();
    }

    @Override
    public void keep(DesiredConfigFile wish) throws IOException {
        if (wish instanceof DesiredConfigFile.Present file) {
            content.keep(file.twinPath(), files.open(file.path()));
        }
    }
}

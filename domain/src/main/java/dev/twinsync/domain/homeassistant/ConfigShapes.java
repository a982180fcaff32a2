package dev.twinsync.domain.homeassistant;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.DesiredConfigFile.Absent;
import dev.twinsync.domain.homeassistant.DesiredConfigFile.Present;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;

/** How files of the configuration, and what is done about them, look in documents. */
final class ConfigShapes {

    private ConfigShapes() {}

    static final Shape<DesiredConfigFile> DESIRED = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Present.class, present()),
                    new Variant<>("absent", Absent.class, absent())));

    static final Shape<LiveConfigFile> LIVE = live();

    static final Shape<ConfigFileAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("sync_config_file", SyncConfigFile.class, sync()),
                    new Variant<>("remove_config_file", RemoveConfigFile.class, remove()),
                    new Variant<>("reload", Reload.class, reload()),
                    new Variant<>("restart", Restart.class, restart())));

    private static RecordShape<Present> present() {
        var path = required("path", ConfigPath.SHAPE, Present::path);
        var twinPath = required("twin_path", TwinPath.SHAPE, Present::twinPath);
        var managed = withDefault("managed", Shape.truth(), true, Present::managed);
        var digest = optional("digest", Digest.SHAPE, Present::digest);
        return new RecordShape<>(
                List.of(path, twinPath, managed, digest),
                line -> new Present(line.get(path), line.get(twinPath), line.get(managed), line.get(digest)));
    }

    private static RecordShape<Absent> absent() {
        var path = required("path", ConfigPath.SHAPE, Absent::path);
        return new RecordShape<>(List.of(path), line -> new Absent(line.get(path)));
    }

    private static RecordShape<LiveConfigFile> live() {
        var path = required("path", ConfigPath.SHAPE, LiveConfigFile::path);
        var digest = required("digest", Digest.SHAPE, LiveConfigFile::digest);
        return new RecordShape<>(List.of(path, digest), line -> new LiveConfigFile(line.get(path), line.get(digest)));
    }

    private static RecordShape<SyncConfigFile> sync() {
        var path = required("path", ConfigPath.SHAPE, SyncConfigFile::path);
        var twinPath = required("twin_path", TwinPath.SHAPE, SyncConfigFile::twinPath);
        var digest = required("digest", Digest.SHAPE, SyncConfigFile::digest);
        return new RecordShape<>(
                List.of(path, twinPath, digest),
                line -> new SyncConfigFile(line.get(path), line.get(twinPath), line.get(digest)));
    }

    private static RecordShape<RemoveConfigFile> remove() {
        var path = required("path", ConfigPath.SHAPE, RemoveConfigFile::path);
        return new RecordShape<>(List.of(path), line -> new RemoveConfigFile(line.get(path)));
    }

    private static RecordShape<Reload> reload() {
        var service = required("service", CoreService.SHAPE, Reload::service);
        return new RecordShape<>(List.of(service), line -> new Reload(line.get(service)));
    }

    private static RecordShape<Restart> restart() {
        return new RecordShape<>(List.of(), _ -> new Restart());
    }
}

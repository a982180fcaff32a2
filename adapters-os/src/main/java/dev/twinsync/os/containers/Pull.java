package dev.twinsync.os.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.containers.ImageName;
import dev.twinsync.os.Facts;
import dev.twinsync.port.Progress;
import java.util.HashMap;
import java.util.Map;

/** Fetches an image, with a report of how far it is, over all its layers. */
final class Pull {

    /** Of a transaction: what comes after it needs the rest. */
    private static final int SHARE = 80;

    private static final int WHOLE = 100;
    private static final int LONGEST_REASON = 400;

    private final ImageName image;
    private final Progress progress;
    private final Map<String, Long> done = new HashMap<>();
    private final Map<String, Long> size = new HashMap<>();
    private int reported;
    private String fault = "";

    private Pull(ImageName image, Progress progress) {
        this.image = image;
        this.progress = progress;
    }

    /** Does nothing where the image is there: a tag that moved on is no reason to fetch it again. */
    static void whereMissing(Engine engine, ImageName image, Progress progress) throws NoAnswer {
        if (!engine.hasImage(image)) {
            new Pull(image, progress).run(engine);
        }
    }

    private void run(Engine engine) throws NoAnswer {
        if (image.isId()) {
            throw new NoAnswer("there is no image " + image + " on this machine, and no registry knows it by that");
        }
        var version = image.digest().map(Object::toString).or(image::tag).orElse("latest");
        progress.at(0, "fetching " + image);
        try {
            engine.api().follow("images/create?fromImage=" + image.repository() + "&tag=" + version, this::line);
        } catch (NoAnswer refused) {
            throw new NoAnswer(why(refused.getMessage()));
        }
        if (!fault.isEmpty()) {
            throw new NoAnswer(why(fault));
        }
        if (!engine.hasImage(image)) {
            throw new NoAnswer(why("it was fetched and is not there"));
        }
    }

    private String why(String reason) {
        var remedy = reason.matches("(?s).*(denied|unauthorized|authentication required).*")
                ? "; if it needs a login, log in and pull it by hand"
                : "";
        return image + " cannot be fetched: " + Shortened.to(LONGEST_REASON, Printable.of(reason)) + remedy;
    }

    private void line(Facts line) {
        if (!line.at("error").text().isEmpty()) {
            fault = line.at("error").text();
        }
        var layer = line.at("id").text();
        long total = line.at("progressDetail", "total").number();
        if (total > 0) {
            size.put(layer, total);
            done.put(layer, Math.min(total, line.at("progressDetail", "current").number()));
        } else if (line.at("status").text().matches("Pull complete|Download complete|Already exists")) {
            done.put(layer, size.getOrDefault(layer, 0L));
        }
        report();
    }

    /** Each layer is downloaded and then unpacked: what went back does not show. */
    private void report() {
        long all = size.values().stream().mapToLong(Long::longValue).sum();
        long so = done.values().stream().mapToLong(Long::longValue).sum();
        int percent = all == 0 ? 0 : (int) (SHARE * so / all);
        if (percent > reported && percent < WHOLE) {
            reported = percent;
            progress.at(percent, "fetching " + image);
        }
    }
}

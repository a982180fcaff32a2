package dev.twinsync.os.worker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a guest reads, part by part. A reading that was left in the middle makes room for others. */
final class OpenContents implements Closeable {

    static final int PART = 1 << 18;
    private static final int MOST = 16;

    private final Map<Long, Reading> readings = new LinkedHashMap<>();

    /** @param done how many bytes of it were given out */
    private record Reading(InputStream content, long done) {}

    Reply part(Request.Fetch fetch, Reception.Readable from) throws IOException {
        if (fetch.from() == 0) {
            begin(fetch, from);
        }
        var reading = readings.remove(fetch.number());
        if (reading == null || reading.done() != fetch.from()) {
            throw new IOException("a part of content without what goes before it");
        }
        return next(fetch.number(), reading);
    }

    private void begin(Request.Fetch fetch, Reception.Readable from) throws IOException {
        end(fetch.number());
        if (readings.size() == MOST) {
            end(readings.keySet().iterator().next());
        }
        readings.put(fetch.number(), new Reading(from.open(fetch.key()), 0));
    }

    private void end(long number) throws IOException {
        var reading = readings.remove(number);
        if (reading != null) {
            reading.content().close();
        }
    }

    private Reply next(long number, Reading reading) throws IOException {
        var content = reading.content();
        boolean goesOn = false;
        try {
            var part = content.readNBytes(PART);
            goesOn = part.length == PART;
            return new Reply.Part(Base64.getEncoder().encodeToString(part), !goesOn);
        } finally {
            if (goesOn) {
                readings.put(number, new Reading(content, reading.done() + PART));
            } else {
                content.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (long number : readings.keySet().toArray(Long[]::new)) {
            end(number);
        }
    }
}

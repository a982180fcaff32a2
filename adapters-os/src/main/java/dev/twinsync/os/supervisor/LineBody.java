package dev.twinsync.os.supervisor;

import dev.twinsync.os.LineCutter;
import dev.twinsync.os.Output;
import dev.twinsync.os.StreamedLine;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Hands on lines while they come, and keeps none. */
final class LineBody implements BodySubscriber<byte[]> {

    private static final int LONGEST = 64 * 1024;

    private final LogListener listener;
    private final LineCutter cutter = LineCutter.of(new Output.Streamed(LONGEST, this::line));
    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private Subscription subscription;
    private boolean wantsMore = true;

    LineBody(LogListener listener) {
        this.listener = listener;
    }

    private void line(StreamedLine line) {
        wantsMore = wantsMore && listener.take(line);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription = source;
        source.request(1);
    }

    /** A fault of the listener is the listener's: it reaches who asked for the log. */
    @Override
    public void onNext(List<ByteBuffer> parts) {
        try {
            for (ByteBuffer part : parts) {
                var bytes = new byte[part.remaining()];
                part.get(bytes);
                cutter.add(bytes, bytes.length);
            }
            goOn();
        } catch (RuntimeException fault) {
            subscription.cancel();
            end.completeExceptionally(fault);
        }
    }

    private void goOn() {
        if (wantsMore) {
            subscription.request(1);
        } else {
            subscription.cancel();
            end.complete(new byte[0]);
        }
    }

    @Override
    public void onError(Throwable broken) {
        end.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        try {
            cutter.finish();
            end.complete(new byte[0]);
        } catch (RuntimeException fault) {
            end.completeExceptionally(fault);
        }
    }
}

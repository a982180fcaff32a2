package dev.twinsync.os.worker;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.os.worker.Reply.Captured;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.LogText;
import dev.twinsync.port.RepoPath;
import java.util.List;

/** How what a log plugin brought looks on its way. */
final class CaptureShape {

    private CaptureShape() {}

    static final RecordShape<Captured> SHAPE = captured();

    private static RecordShape<Captured> captured() {
        var texts = required(
                "texts", Shape.list(text()), (Captured it) -> it.capture().texts());
        var reports = required(
                "reports",
                Shape.list(LogReport.SHAPE),
                (Captured it) -> it.capture().reports());
        var sightings = required(
                "sightings",
                Shape.list(sighting()),
                (Captured it) -> it.capture().sightings());
        var marks = required(
                "marks",
                new TableShape<>(Shape.text()),
                (Captured it) -> it.capture().marks());
        return new RecordShape<>(
                List.of(texts, reports, sightings, marks),
                line -> new Captured(
                        new Capture(line.get(texts), line.get(reports), line.get(sightings), line.get(marks))));
    }

    private static Shape<LogText> text() {
        var path = required("path", Shape.text().as(text -> new RepoPath(text).text(), text -> text), LogText::path);
        var lines = required("lines", Shape.list(Shape.text()), LogText::lines);
        return new RecordShape<>(List.of(path, lines), line -> new LogText(line.get(path), line.get(lines)));
    }

    private static Shape<Sighting> sighting() {
        var signature = required("signature", Shape.text(), Sighting::signature);
        var severity = required("severity", Shape.word(Severity.class), Sighting::severity);
        var unit = required("unit", Shape.text(), Sighting::unit);
        var firstAt = optional("first_at", Shape.text(), Sighting::firstAt);
        var lastAt = optional("last_at", Shape.text(), Sighting::lastAt);
        var count = required("count", Shape.number(), Sighting::count);
        return new RecordShape<>(
                List.of(signature, severity, unit, firstAt, lastAt, count),
                line -> new Sighting(
                        line.get(signature),
                        line.get(severity),
                        line.get(unit),
                        line.get(firstAt),
                        line.get(lastAt),
                        line.get(count)));
    }
}

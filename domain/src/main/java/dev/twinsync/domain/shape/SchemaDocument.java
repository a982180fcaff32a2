package dev.twinsync.domain.shape;

/** A Shape's schema as a document that editors and validators know what to do with. */
public final class SchemaDocument {

    /** Draft 7: the newest that yaml-language-server supports. */
    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

    private SchemaDocument() {}

    /**
     * @param title what the described document is, in a few words
     */
    public static Tree.Mapping of(String title, Shape<?> shape) {
        var document = Tree.map().put("$schema", DIALECT).put("title", title);
        shape.schema().entries().forEach(entry -> document.put(entry.key(), entry.value()));
        return document.build();
    }
}

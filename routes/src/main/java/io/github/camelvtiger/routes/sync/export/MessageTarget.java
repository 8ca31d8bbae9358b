package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.message.MessageSender;
import io.github.camelvtiger.routes.sync.message.OutgoingMessage;
import io.github.camelvtiger.routes.sync.rows.RecordText;
import io.github.camelvtiger.routes.sync.store.Links;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Records of a module as messages. */
final class MessageTarget implements RecordTarget {

    private static final String MODIFIED = "modifiedtime";

    /** How Vtiger writes times, which are UTC ({@code webservice.md §5}). */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final SyncDefinition sync;
    private final String module;
    private final String key;
    private final MessageSender sender;
    private final Links links;

    /** @param links keep the keys of records, since of a deleted one the CRM tells the id only */
    MessageTarget(SyncDefinition sync, String module, MessageSender sender, Links links) {
        this.sync = sync;
        this.module = module;
        this.key = ((Target.Uri) sync.to()).key();
        this.sender = sender;
        this.links = links;
    }

    @Override
    public void write(Outgoing record, RecordShape shape) throws IOException {
        Optional<String> value = text(record.record().get(key));
        sender.send(new OutgoingMessage(
                record.event(),
                module,
                record.id(),
                text(record.record().get(MODIFIED)).flatMap(MessageTarget::time),
                value,
                Optional.of(RecordText.of(record.row(), shape.messages()))));
        if (keepsKeys()) {
            value.ifPresentOrElse(
                    text -> links.put(sync.name(), module, Map.of(place(record.id()), text)),
                    () -> links.remove(sync.name(), place(record.id())));
        }
    }

    private boolean keepsKeys() {
        return !key.equals(Target.Uri.ID) && sync.deletions() instanceof Deletions.Events;
    }

    private String place(String id) {
        return module + " " + id;
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    @Override
    public boolean removes() {
        return true;
    }

    @Override
    public void remove(String id) throws IOException {
        Optional<String> value =
                keepsKeys() ? links.find(sync.name(), place(id)).map(Links.Linked::id) : Optional.of(id);
        sender.send(new OutgoingMessage("deleted", module, id, Optional.empty(), value, Optional.empty()));
        if (keepsKeys()) {
            links.remove(sync.name(), place(id));
        }
    }

    @Override
    public Optional<Path> whole(String run) {
        return Optional.empty();
    }

    @Override
    public Path path(Map<String, String> values) {
        throw new IllegalStateException("A message has no file.");
    }

    @Override
    public void close() {}
}

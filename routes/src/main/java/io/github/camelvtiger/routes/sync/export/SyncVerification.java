package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.Deletions;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.Walks;
import io.github.camelvtiger.routes.sync.store.Walks.Walk;
import io.github.camelvtiger.routes.sync.verify.ModuleVerification;
import io.github.camelvtiger.routes.sync.verify.Patience;
import io.github.camelvtiger.routes.sync.verify.Repair;
import io.github.camelvtiger.routes.sync.verify.VerifiedModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Compares the modules of a sync with what its target has of them, one after the other. */
final class SyncVerification {

    private static final String SUBJECT = "verified";
    private static final String OF_APPLICATION = "vtiger";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final SyncDefinition sync;
    private final CrmQuestions crm;
    private final PortionTarget target;
    private final Function<String, Optional<Instant>> writtenUntil;
    private final Function<String, ModuleFeed> feeds;
    private final boolean follows;
    private final Patience patience;
    private final Walks walks;
    private final InstantSource clock;

    /**
     * @param writtenUntil by module, the time of the CRM whose changes the target has; empty if it never had any
     * @param feeds write records of a module
     * @param follows whether a feed brings changes meanwhile
     * @param walks keep until when modules are verified
     */
    SyncVerification(
            SyncDefinition sync,
            CrmQuestions crm,
            PortionTarget target,
            Function<String, Optional<Instant>> writtenUntil,
            Function<String, ModuleFeed> feeds,
            boolean follows,
            Patience patience,
            Walks walks,
            InstantSource clock) {
        this.sync = sync;
        this.crm = crm;
        this.target = target;
        this.writtenUntil = writtenUntil;
        this.feeds = feeds;
        this.follows = follows;
        this.patience = patience;
        this.walks = walks;
        this.clock = clock;
    }

    /** Under which the store keeps until when a module is verified. */
    static String walk(String module) {
        return SUBJECT + " " + module;
    }

    VerifiedModule verify(String module, OptionalInt sample, boolean repairs, RunWatcher watcher) {
        Duration ahead = clockDifference();
        VerifiedModule verified = new ModuleVerification(
                        module,
                        new Read(module, ahead),
                        target.comparison(sync, module, crm),
                        new Writing(module),
                        () -> writtenUntil.apply(module),
                        follows,
                        !(sync.deletions() instanceof Deletions.None),
                        patience)
                .verify(sample, repairs, watcher);
        verified.until()
                .ifPresent(until ->
                        walks.put(sync.name(), walk(module), new Walk(SUBJECT, Optional.empty(), Optional.of(until))));
        return verified;
    }

    private Duration clockDifference() {
        String name = SourceCrm.of(sync).connection().orElse(OF_APPLICATION);
        List<?> connections = (List<?>) crm.ask("vtiger:connections", Map.of());
        return connections.stream()
                .map(Map.class::cast)
                .filter(connection -> name.equals(connection.get("name")))
                .map(connection -> connection.get("clockDifference"))
                .filter(Number.class::isInstance)
                .map(seconds -> Duration.ofSeconds(((Number) seconds).longValue()))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private Optional<String> where(String module) {
        return SourceCrm.where(sync, module);
    }

    private final class Read implements ModuleVerification.Records {

        private final String module;
        private final Duration ahead;

        Read(String module, Duration ahead) {
            this.module = module;
            this.ahead = ahead;
        }

        @Override
        public void each(Consumer<Map<String, Object>> record) {
            crm.export(
                    module + "?lineItems=" + SourceCrm.hasItems(sync, module)
                            + where(module)
                                    .map(where -> "&where=RAW(" + where + ")")
                                    .orElse(""),
                    record);
        }

        @Override
        public List<Map<String, Object>> of(List<String> ids) {
            Map<String, Object> values = new HashMap<>();
            StringJoiner names = new StringJoiner(", ", "(", ")");
            for (int i = 0; i < ids.size(); i++) {
                values.put("id" + i, ids.get(i));
                names.add(":id" + i);
            }
            return crm.query(
                    "SELECT * FROM " + module + " WHERE id IN " + names, values, SourceCrm.hasItems(sync, module));
        }

        @Override
        public Predicate<String> read() {
            Optional<String> where = where(module);
            if (where.isEmpty()) {
                return id -> true;
            }
            Set<String> ids = new HashSet<>();
            crm.export(
                    module + "?columns=id&where=RAW(" + where.get() + ")",
                    record -> ids.add(String.valueOf(record.get("id"))));
            return ids::contains;
        }

        @Override
        public Instant modified(Map<String, Object> record) {
            try {
                return LocalDateTime.parse(String.valueOf(record.get("modifiedtime")), MOMENT)
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException none) {
                return null;
            }
        }

        @Override
        public Instant now() {
            return clock.instant().plus(ahead);
        }
    }

    private final class Writing implements Repair {

        private final Supplier<ModuleFeed> feed;

        Writing(String module) {
            this.feed = () -> feeds.apply(module);
        }

        @Override
        public void write(List<String> ids) {
            try {
                feed.get().writeAgain(ids);
            } catch (IOException e) {
                throw new UncheckedIOException(Sentence.of(e), e);
            }
        }

        @Override
        public void remove(List<String> ids) {
            try {
                for (String id : ids) {
                    feed.get().write("deleted", id, Map.of("id", id), id.equals(ids.get(ids.size() - 1)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(Sentence.of(e), e);
            }
        }
    }
}

package io.github.camelvtiger.benchmarks.ways;

import io.github.camelvtiger.benchmarks.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls themselves: loops over sessions of HttpClient 5, a thread each, without Camel. */
public final class BareWay implements Way {

    private static final int TOGETHER = 99;

    private final List<BareSession> sessions = new ArrayList<>();
    private final ExecutorService threads;

    public BareWay(Crm crm, int sessions) throws Exception {
        for (int session = 0; session < sessions; session++) {
            this.sessions.add(new BareSession(crm));
        }
        threads = Executors.newFixedThreadPool(sessions);
    }

    /** Each session has a part of the range of ids, as large as that of the others. */
    @Override
    public long export() throws Exception {
        String first = sessions.get(0).firstId("ASC");
        String last = sessions.get(0).firstId("DESC");
        String prefix = first.substring(0, first.indexOf('x') + 1);
        long from = number(first);
        long to = number(last);
        List<Callable<Long>> parts = new ArrayList<>();
        for (int part = 0; part < sessions.size(); part++) {
            BareSession session = sessions.get(part);
            long begin = from + (to - from + 1) * part / sessions.size();
            long end = from + (to - from + 1) * (part + 1) / sessions.size();
            parts.add(() -> range(session, prefix, begin, end));
        }
        return sum(parts);
    }

    private static long range(BareSession session, String prefix, long begin, long end) throws Exception {
        long count = 0;
        long last = begin - 1;
        while (true) {
            List<Map<String, Object>> page = session.contactsAfter(prefix + last);
            for (Map<String, Object> contact : page) {
                last = number(String.valueOf(contact.get("id")));
                if (last >= end) {
                    return count;
                }
                count++;
            }
            if (page.size() < BareSession.PAGE) {
                return count;
            }
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('x') + 1));
    }

    @Override
    public void create(List<Map<String, String>> contacts) throws Exception {
        List<Callable<Long>> parts = new ArrayList<>();
        for (int part = 0; part < sessions.size(); part++) {
            BareSession session = sessions.get(part);
            int first = part;
            parts.add(() -> {
                for (int i = first; i < contacts.size(); i += sessions.size()) {
                    session.write("create", contacts.get(i));
                }
                return 0L;
            });
        }
        sum(parts);
    }

    @Override
    public long upsert(List<Map<String, String>> rows) throws Exception {
        BareSession session = sessions.get(0);
        long changed = 0;
        for (int first = 0; first < rows.size(); first += TOGETHER) {
            List<Map<String, String>> some = rows.subList(first, Math.min(first + TOGETHER, rows.size()));
            String emails =
                    some.stream().map(row -> "'" + row.get("email") + "'").collect(Collectors.joining(","));
            Map<String, Map<String, Object>> found =
                    session.query("SELECT * FROM Contacts WHERE email IN (" + emails + ") LIMIT 100;").stream()
                            .collect(Collectors.toMap(
                                    contact -> String.valueOf(contact.get("email")),
                                    Function.identity(),
                                    (one, two) -> one));
            for (Map<String, String> row : some) {
                Map<String, Object> contact = found.get(row.get("email"));
                if (!row.get("phone").equals(contact.get("phone"))) {
                    session.write("revise", Map.of("id", contact.get("id"), "phone", row.get("phone")));
                    changed++;
                }
            }
        }
        return changed;
    }

    /** Pages by offset in the order of changes, as Vtiger documents them. */
    @Override
    public long feed(long records) throws Exception {
        long count = 0;
        int size;
        do {
            size = sessions.get(0)
                    .query("SELECT * FROM Contacts ORDER BY modifiedtime LIMIT " + count + "," + BareSession.PAGE + ";")
                    .size();
            count += size;
        } while (count < records && size == BareSession.PAGE);
        return count;
    }

    private long sum(List<Callable<Long>> parts) throws Exception {
        long sum = 0;
        for (Future<Long> part : threads.invokeAll(parts)) {
            try {
                sum += part.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return sum;
    }

    @Override
    public long requests() {
        return sessions.stream().mapToLong(BareSession::requests).sum();
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        for (BareSession session : sessions) {
            session.close();
        }
    }
}

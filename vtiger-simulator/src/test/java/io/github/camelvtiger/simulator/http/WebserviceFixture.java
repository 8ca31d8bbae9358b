package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.ShiftableClock;
import io.github.camelvtiger.simulator.control.ControlApi;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.CrashingOperation;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.session.ChallengeRegistry;
import io.github.camelvtiger.simulator.session.ExtendSessionOperation;
import io.github.camelvtiger.simulator.session.GetChallengeOperation;
import io.github.camelvtiger.simulator.session.LoginOperation;
import io.github.camelvtiger.simulator.session.LogoutOperation;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.github.camelvtiger.simulator.session.Tokens;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A web server with two users and the operations of sessions, plus those that a test brings. */
final class WebserviceFixture implements AutoCloseable {

    static final String ACCESS_KEY = "aBcDeF0123456789";

    final HandClock clock = new HandClock();
    final CallJournal journal = new CallJournal();
    final Faults faults;
    final HttpFront front;
    final RawClient client;

    WebserviceFixture(Operation... more) {
        this(RequestLimits.ofHeap(), more);
    }

    WebserviceFixture(RequestLimits limits, Operation... more) {
        RequestIntake intake = new RequestIntake(limits);
        ShiftableClock shiftable = new ShiftableClock(clock);
        CrmStore store = new CrmStore(new MetadataLoader().load(), Kinds::of);
        Seed.parse("empty").plant(store, clock.now(), new Random(1));
        store.addUser(new CrmUser(1, "admin", ACCESS_KEY, "", "Administrator", "a@example.com", true, "UTC", 2));
        store.addUser(new CrmUser(6, "nokey", "", "T", "Seller", "s@example.com", false, "UTC", 2));
        store.table("Users").change(6, row -> row.with(Map.of("user_name", "nokey")));
        Tokens tokens = new Tokens(new Random(1));
        SessionRegistry sessions = new SessionRegistry(shiftable, tokens, Duration.ofMinutes(24));
        ChallengeRegistry challenges = new ChallengeRegistry(shiftable, tokens);
        faults = new Faults(sessions, shiftable);
        List<Operation> operations = new ArrayList<>();
        operations.add(new CrashingOperation("sync", Operation.HttpMethod.GET));
        operations.add(new LogoutOperation(sessions));
        operations.add(new GetChallengeOperation(store, challenges));
        operations.add(new LoginOperation(store, challenges, sessions));
        operations.add(new ExtendSessionOperation(store.metadata().release()));
        operations.addAll(List.of(more));
        WebserviceScript script = new WebserviceScript(
                new Operations(operations).each(operation -> CrashingOperation.onPhp8(operation, Release.V8_2_0)),
                sessions,
                false);
        front = new HttpFront(
                "127.0.0.1",
                0,
                Map.of("webservice.php", new WebserviceHandler(script, sessions, intake, faults, journal, shiftable)),
                Map.of("simulator", new ControlHandler(new ControlApi(faults, journal, () -> {}), intake, shiftable)),
                intake,
                shiftable);
        front.start();
        client = new RawClient(front.port());
    }

    String challenge(String userName) throws Exception {
        String body =
                client.get("operation", "getchallenge", "username", userName).body();
        return body.replaceAll(".*\"token\":\"(\\w+)\".*", "$1");
    }

    String loginWith(String token) throws Exception {
        return client.post("operation", "login", "username", "admin", "accessKey", md5(token + ACCESS_KEY))
                .body();
    }

    /** A new session of admin. */
    String session() throws Exception {
        return loginWith(challenge("admin")).replaceAll(".*\"sessionName\":\"(\\w+)\".*", "$1");
    }

    static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** An operation that answers with the parameters it got. */
    record Echo(String name, HttpMethod method) implements Operation {

        @Override
        public Object execute(Call call) {
            return call.parameters();
        }
    }

    @Override
    public void close() {
        front.stop();
    }
}

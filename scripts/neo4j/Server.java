import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.helpers.HostnamePort;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.server.CommunityBootstrapper;

/**
 * Starts Neo4j Community the way its own scripts do, in this process: {@code java -cp 'server:lib/*' Server HOME k=v ...}.
 *
 * <p>Prints {@code READY <bolt port> <http port>} when the databases answer, then runs until standard input ends. So it
 * also stops when the process that started it is killed, and no server is left behind. The password comes in the
 * environment, where other users of the machine cannot read it.
 */
public class Server {
    public static void main(String[] args) {
        try {
            run(args);
        } catch (Throwable error) {
            // Neo4j's own threads would keep the process alive, and whoever waits for it waiting.
            error.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        CountDownLatch end = endOfInput();
        CommunityBootstrapper server = new CommunityBootstrapper();
        int code = server.start(home, home.resolve("conf/neo4j.conf"), settings, false, false);
        if (code != 0) {
            System.exit(code);
        }
        setPassword(server, System.getenv("NEO4J_PASSWORD"));
        ConnectorPortRegister ports = portsOf(server);
        System.out.println("READY " + port(ports, ConnectorType.BOLT) + " " + port(ports, ConnectorType.HTTP));
        end.await();
        System.exit(server.stop());
    }

    private static void setPassword(CommunityBootstrapper server, String password) {
        if (password == null || password.isEmpty()) {
            return;
        }
        GraphDatabaseService system = server.getDatabaseManagementService().database("system");
        try {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        } catch (RuntimeException error) {
            // After a restart it is the password already, which Neo4j refuses to set again.
            if (!String.valueOf(error.getMessage()).contains("cannot be the same")) {
                throw error;
            }
        }
    }

    private static ConnectorPortRegister portsOf(CommunityBootstrapper server) {
        GraphDatabaseService system = server.getDatabaseManagementService().database("system");
        return ((GraphDatabaseAPI) system).getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
    }

    private static int port(ConnectorPortRegister ports, ConnectorType type) {
        HostnamePort address = ports.getLocalAddress(type);
        return address == null ? 0 : address.getPort();
    }

    private static CountDownLatch endOfInput() {
        CountDownLatch end = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is said to the server: only the end of its input matters.
                }
            } catch (IOException ignored) {
                // A broken pipe is an end, too.
            }
            end.countDown();
        });
        reader.setDaemon(true);
        reader.start();
        return end;
    }
}

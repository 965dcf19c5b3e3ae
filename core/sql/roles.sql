-- The roles every installation has. Run as a superuser, as often as you like, before the first
-- migration. Passwords are the operator's: a role without one cannot sign in over the network.
--
-- gpv_owner      owns the database and migrates it; no request runs with its rights
-- gpv_web        the web processes; owns nothing
-- gpv_worker     worker, beat and relay; owns nothing
-- gpv_retention  deletes what its time limit has passed
-- gpv_audit      reads the audit log (gpv_worker seals it)

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['gpv_owner', 'gpv_web', 'gpv_worker', 'gpv_retention', 'gpv_audit']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I', role_name);
        END IF;
        EXECUTE format(
            'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
            role_name
        );
    END LOOP;
END
$$;

-- so that the owner can take on a lesser role: SET ROLE gpv_web
GRANT gpv_web, gpv_worker, gpv_retention, gpv_audit TO gpv_owner;

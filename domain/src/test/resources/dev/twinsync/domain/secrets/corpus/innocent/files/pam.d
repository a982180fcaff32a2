#
# 
# "nopen" stands to avoid reporting new mail when su'ing to another user
# (Replaces /etc/login.access file)
# (Replaces the `CONSOLE_GROUPS' option in login.defs)
# (Replaces the `FAIL_DELAY' setting from login.defs)
# (Replaces the `LASTLOG_ENAB' option from login.defs)
# (Replaces the `MAIL_CHECK_ENAB' option from login.defs). 
# (Replaces the `MOTD_FILE' option in login.defs)
# (Replaces the `NOLOGINS_FILE' option from login.defs)
# (Replaces the `PORTTIME_CHECKS_ENAB' option from login.defs
# (Replaces the `SU_WHEEL_ONLY' option from login.defs)
# (Replaces the use of /etc/limits in old login)
# (e.g., /etc/shadow, LDAP, Kerberos, etc.).  The default is to use the
# /etc/pam.d/common-auth - authentication settings common to all services
# /etc/pam.d/common-password - password-related modules common to all services
# /etc/pam.d/common-session - session-related modules common to all services
# /etc/shadow entries.
# As of pam 1.0.1-6, this file is managed by pam-auth-update by default.
# Create a new session keyring.
# Defines the MAIL environment variable
# Disallows other than root logins when /etc/nologin exists
# Enforce a minimal delay in case of failure (in microseconds).
# Explanation of pam_unix options:
# However, userdel also needs MAIL_DIR and MAIL_FILE variables
# ISSUE_FILE option from login.defs). Uncomment for use
# NIS (man nsswitch) as well as normal /etc/passwd and
# Note that other modules may require another minimal delay. (for example,
# Outputs an issue file prior to each login prompt (Replaces the
# Please edit /etc/security/group.conf to fit your needs
# Prints the last login info upon successful login
# Prints the message of the day upon successful login.
# Prints the status of the user's mailbox upon successful login
# SELinux in order to transition to the user context with the next execve()
# SELinux needs to be the first session rule. This ensures that any
# SELinux needs to intervene at login time to ensure that the process
# See comments in /etc/login.defs
# Sets the loginuid process attribute
# Sets up user limits according to /etc/security/limits.conf
# Standard Un*x account and session
# Standard Un*x authentication.
# The "yescrypt" option enables
# The PAM configuration file for the Shadow `login' service
# The PAM configuration file for the Shadow `su' service
# The standard Unix authentication modules, used with
# This allows certain extra groups to be granted to a user
# This allows root to su without passwords (normal operation)
# This also defines the MAIL environment variable
# This file is included from other service-specific PAM config files,
# This includes a dynamically generated part from /run/motd.dynamic
# This module parses environment configuration file(s)
# To take advantage of this, it is recommended that you configure any
# Uncomment and edit /etc/security/access.conf if you need to
# Uncomment and edit /etc/security/time.conf if you need to set
# Uncomment this if you want members of a specific group to not
# Uncomment this if you want wheel members to be able to
# Uncomment this to force users to be a member of group wheel
# When the module is present, "required" would be sufficient (When SELinux
# account    requisite  pam_time.so
# account  required       pam_access.so
# also removes the user's mail spool file.
# and a static (admin-editable) part from /etc/motd.
# and also allows you to use an extended config
# and here are more per-package modules (the "Additional" block)
# and should contain a list of modules that define tasks to be performed
# and should contain a list of modules that define the services to be
# and should contain a list of the authentication modules that define
# as well as /etc/porttime)
# at the start and end of interactive sessions.
# auth       required   pam_issue.so issue=/etc/issue
# auth       required   pam_wheel.so
# auth       required   pam_wheel.so deny group=nosu
# auth       sufficient pam_wheel.so trust
# based on things like time of day, tty, service, and user.
# be allowed to use su at all.
# before they can use `su'. You can also add "group=foo"
# call.
# denying "root" user, unless she's a member of "foo" or explicitly
# end of pam-auth-update config
# file /etc/security/pam_env.conf.
# here are the per-package modules (the "Primary" block)
# here's the fallback if no module succeeds
# in /etc/login.defs to make sure that removing a user 
# intended to run in the user's context should be run after this.
# is disabled, this returns success.)
# lingering context has been cleared. Without this it is possible
# local modules either before or after the default block, and use
# locale variables are also kept into /etc/default/locale in etch
# pam-auth-update to manage selection of other modules.  See
# pam-auth-update(8) for details.
auth required pam_unix.so
auth	[success=2 default=ignore]	pam_sss.so use_first_pass
password	requisite			pam_pwquality.so retry=3 minlen=12 dcredit=-1
password	[success=1 default=ignore]	pam_unix.so obscure use_authtok try_first_pass yescrypt
password	optional	pam_gnome_keyring.so
session optional pam_keyinit.so force revoke
auth [default=die] pam_faillock.so authfail deny=5 unlock_time=900
auth required pam_google_authenticator.so secret=/home/${USER}/.google_authenticator nullok

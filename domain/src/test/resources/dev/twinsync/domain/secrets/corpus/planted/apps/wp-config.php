<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'wordpress' );
define( 'DB_PASSWORD', '⟦password⟧' );
define( 'AUTH_KEY',         '⟦random:64⟧' );
define( 'SECURE_AUTH_SALT', '⟦random:64⟧' );
$CONFIG = array (
  'dbuser' => 'nextcloud',
  'dbpassword' => '⟦password⟧',
  'secret' => '⟦base64:48⟧',
  'mail_smtppassword' => '⟦password⟧',
);
$cfg['blowfish_secret'] = '⟦alnum:32⟧';

-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
-- Host: localhost    Database: bookshop
-- Server version	8.0.36
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
CREATE DATABASE /*!32312 IF NOT EXISTS*/ `bookshop` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;
USE `bookshop`;
DROP TABLE IF EXISTS `customer`;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `customer` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'counts up; 1, 2, 3',
  `email` varchar(320) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `state` enum('new','it''s old','a\'b') NOT NULL DEFAULT 'new',
  `flags` set('a','b') DEFAULT NULL,
  `price` decimal(12,2) DEFAULT '0.00',
  `is_open` tinyint(1) NOT NULL DEFAULT '1',
  `both` varchar(400) GENERATED ALWAYS AS (concat(`email`,_utf8mb4' ',`state`)) VIRTUAL,
  `key` int,
  `changed` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`),
  UNIQUE KEY `two` (`email`(20),`state`),
  KEY `email_2` (`email`,`key` DESC) USING BTREE,
  FULLTEXT KEY `words` (`email`),
  CONSTRAINT `positive` CHECK ((`price` >= 0))
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='Whoever has ordered';
INSERT INTO `customer` VALUES (1,'a;b','new',NULL),(2,'CREATE TABLE x (y int);\'','new',NULL);
CREATE TABLE bookshop.orders (
  id bigint primary key auto_increment, # the key
  customer_id int unsigned not null,
  amount double(10,2),
  foreign key fk_c (customer_id) references customer (id) on delete cascade on update no action
) PARTITION BY HASH (id) PARTITIONS 4;
CREATE INDEX by_customer ON orders (customer_id);
ALTER TABLE orders ADD COLUMN note text AFTER id, ADD INDEX by_note (note(10)), MODIFY amount decimal(10,2) NOT NULL,
  DROP COLUMN nothing, CHANGE note remark longtext;
CREATE TEMPORARY TABLE scratch (id int);
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` TRIGGER `count_up` AFTER INSERT ON `orders` FOR EACH ROW BEGIN
  IF NEW.amount > 0 THEN UPDATE customer SET price = price + NEW.amount; END IF;
END ;;
DELIMITER ;
/*!50001 CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `big` AS select `orders`.`id` AS `id` from `orders` */;
CREATE PROCEDURE p() BEGIN SELECT 1; END;
